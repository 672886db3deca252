package awssetup.sandbox.aws;

/** The little XML that the query protocol needs. */
final class Xml {
  private Xml() {}

  static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  static String text(String name, String text) {
    return element(name, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }
}
