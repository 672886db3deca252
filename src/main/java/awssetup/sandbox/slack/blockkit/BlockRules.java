package awssetup.sandbox.slack.blockkit;

import static awssetup.sandbox.slack.blockkit.CompositionRules.plainText;
import static awssetup.sandbox.slack.blockkit.CompositionRules.text;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The blocks that the stand-in knows. Every other type is refused by name, as Slack refuses an
 * unknown one.
 */
final class BlockRules {
  private BlockRules() {}

  static JsonRule on(Surface surface) {
    Map<String, JsonRule> rules = new LinkedHashMap<>();
    rules.put("section", section());
    rules.put("header", ObjectRule.block("header").required("text", plainText(150)));
    rules.put("divider", ObjectRule.block("divider"));
    rules.put(
        "context",
        ObjectRule.block("context")
            .required("elements", JsonRule.list(1, 10, ElementRules.ofContext())));
    rules.put(
        "actions",
        ObjectRule.block("actions")
            .required("elements", JsonRule.list(1, 25, ElementRules.ofActions())));
    rules.put("input", input(surface));
    rules.put("image", image());
    rules.put("rich_text", RichTextRules.block());
    return JsonRule.list(0, surface.mostBlocks, JsonRule.byType(rules));
  }

  private static JsonRule section() {
    return ObjectRule.block("section")
        .optional("text", text(3000))
        .optional("fields", JsonRule.list(1, 10, text(2000)))
        .optional("accessory", ElementRules.ofSection())
        .optional("expand", JsonRule.bool())
        .whole(
            (section, complaints) -> {
              if (!section.has("text") && !section.has("fields")) {
                complaints.add("must define either `text` or `fields`");
              }
            });
  }

  private static JsonRule input(Surface surface) {
    return ObjectRule.block("input")
        .required("label", plainText(2000))
        .required("element", ElementRules.ofInput(surface))
        .optional("hint", plainText(2000))
        .optional("optional", JsonRule.bool())
        .optional("dispatch_action", JsonRule.bool());
  }

  private static JsonRule image() {
    return ObjectRule.block("image")
        .required("alt_text", JsonRule.string(1, 2000))
        .optional("image_url", JsonRule.url(3000))
        .optional("slack_file", CompositionRules.slackFile())
        .optional("title", plainText(2000))
        .whole(CompositionRules::oneImageSource);
  }
}
