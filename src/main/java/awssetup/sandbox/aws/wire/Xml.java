package awssetup.sandbox.aws.wire;

/** The little XML that the query protocol needs. */
public final class Xml {
  private Xml() {}

  public static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  public static String text(String name, String text) {
    return element(name, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }
}
