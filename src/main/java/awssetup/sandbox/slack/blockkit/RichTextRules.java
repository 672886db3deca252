package awssetup.sandbox.slack.blockkit;

import java.util.Map;

/**
 * Formatted text as a tree: sections, lists, quotes and preformatted parts, each made of inline
 * pieces.
 */
final class RichTextRules {
  private static final JsonRule ID = JsonRule.string(1, 255);

  private RichTextRules() {}

  static JsonRule block() {
    ObjectRule section = part("rich_text_section");
    JsonRule list =
        new ObjectRule()
            .required("type", JsonRule.oneOf("rich_text_list"))
            .required("style", JsonRule.oneOf("bullet", "ordered"))
            .required("elements", JsonRule.list(0, 1000, section))
            .optional("indent", JsonRule.integer(0, 8))
            .optional("offset", JsonRule.integer(0, 100_000))
            .optional("border", JsonRule.integer(0, 1));
    JsonRule part =
        JsonRule.byType(
            Map.of(
                "rich_text_section",
                section,
                "rich_text_list",
                list,
                "rich_text_quote",
                bordered("rich_text_quote"),
                "rich_text_preformatted",
                bordered("rich_text_preformatted")));
    return ObjectRule.block("rich_text").required("elements", JsonRule.list(1, 1000, part));
  }

  private static ObjectRule bordered(String type) {
    return part(type).optional("border", JsonRule.integer(0, 1));
  }

  private static ObjectRule part(String type) {
    return ObjectRule.ofType(type).required("elements", JsonRule.list(0, 1000, inline()));
  }

  private static JsonRule inline() {
    return JsonRule.byType(
        Map.of(
            "text", piece("text").required("text", JsonRule.string(1, 3000)),
            "link",
                piece("link")
                    .required("url", JsonRule.url(3000))
                    .optional("text", JsonRule.string(1, 3000))
                    .optional("unsafe", JsonRule.bool()),
            "emoji", piece("emoji").required("name", ID).optional("unicode", ID),
            "user", piece("user").required("user_id", ID),
            "channel", piece("channel").required("channel_id", ID),
            "usergroup", piece("usergroup").required("usergroup_id", ID),
            "broadcast",
                piece("broadcast").required("range", JsonRule.oneOf("here", "channel", "everyone")),
            "date",
                piece("date")
                    .required("timestamp", JsonRule.integer(0, 9_999_999_999L))
                    .required("format", JsonRule.string(1, 255))
                    .optional("url", JsonRule.url(3000))
                    .optional("fallback", JsonRule.string(1, 3000))));
  }

  private static ObjectRule piece(String type) {
    ObjectRule style = new ObjectRule();
    for (String name : new String[] {"bold", "italic", "strike", "code", "underline"}) {
      style.optional(name, JsonRule.bool());
    }
    style.optional("highlight", JsonRule.bool());
    style.optional("client_highlight", JsonRule.bool());
    style.optional("unlink", JsonRule.bool());
    return ObjectRule.ofType(type).optional("style", style);
  }
}
