package awssetup.sandbox.slack.blockkit;

import java.util.Map;

/**
 * Formatted text as a tree: sections, lists, quotes and preformatted parts, each a row of inline
 * pieces.
 */
final class RichText {
  private static final Rule ID = Rule.string(1, 255);

  private RichText() {}

  static Rule block() {
    Shape section = part("rich_text_section");
    Rule list =
        new Shape()
            .required("type", Rule.oneOf("rich_text_list"))
            .required("style", Rule.oneOf("bullet", "ordered"))
            .required("elements", Rule.list(0, 1000, section))
            .optional("indent", Rule.integer(0, 8))
            .optional("offset", Rule.integer(0, 100_000))
            .optional("border", Rule.integer(0, 1));
    Rule part =
        Rule.byType(
            Map.of(
                "rich_text_section",
                section,
                "rich_text_list",
                list,
                "rich_text_quote",
                bordered("rich_text_quote"),
                "rich_text_preformatted",
                bordered("rich_text_preformatted")));
    return Blocks.block("rich_text").required("elements", Rule.list(1, 1000, part));
  }

  private static Shape bordered(String type) {
    return part(type).optional("border", Rule.integer(0, 1));
  }

  private static Shape part(String type) {
    return Shape.ofType(type).required("elements", Rule.list(0, 1000, inline()));
  }

  private static Rule inline() {
    return Rule.byType(
        Map.of(
            "text", piece("text").required("text", Rule.string(1, 3000)),
            "link",
                piece("link")
                    .required("url", Rule.url(3000))
                    .optional("text", Rule.string(1, 3000))
                    .optional("unsafe", Rule.bool()),
            "emoji", piece("emoji").required("name", ID).optional("unicode", ID),
            "user", piece("user").required("user_id", ID),
            "channel", piece("channel").required("channel_id", ID),
            "usergroup", piece("usergroup").required("usergroup_id", ID),
            "broadcast",
                piece("broadcast").required("range", Rule.oneOf("here", "channel", "everyone")),
            "date",
                piece("date")
                    .required("timestamp", Rule.integer(0, 9_999_999_999L))
                    .required("format", Rule.string(1, 255))
                    .optional("url", Rule.url(3000))
                    .optional("fallback", Rule.string(1, 3000))));
  }

  private static Shape piece(String type) {
    Shape style = new Shape();
    for (String name : new String[] {"bold", "italic", "strike", "code", "underline"}) {
      style.optional(name, Rule.bool());
    }
    style.optional("highlight", Rule.bool());
    style.optional("client_highlight", Rule.bool());
    style.optional("unlink", Rule.bool());
    return Shape.ofType(type).optional("style", style);
  }
}
