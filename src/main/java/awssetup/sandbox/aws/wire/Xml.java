package awssetup.sandbox.aws.wire;

/** Writes the little XML that the query protocol needs. */
public final class Xml {
  private Xml() {}

  /** An element around content that is XML already. */
  public static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  /** An element around text, which is escaped. */
  public static String text(String name, String text) {
    return element(name, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }
}
