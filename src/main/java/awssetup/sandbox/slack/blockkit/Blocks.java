package awssetup.sandbox.slack.blockkit;

import static awssetup.sandbox.slack.blockkit.Compositions.plainText;
import static awssetup.sandbox.slack.blockkit.Compositions.text;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The blocks that this stand-in knows; every other type is refused by name, as Slack refuses an
 * unknown one.
 */
final class Blocks {
  private Blocks() {}

  static Rule on(Surface surface) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    rules.put("section", section());
    rules.put("header", block("header").required("text", plainText(150)));
    rules.put("divider", block("divider"));
    rules.put(
        "context", block("context").required("elements", Rule.list(1, 10, Elements.ofContext())));
    rules.put(
        "actions", block("actions").required("elements", Rule.list(1, 25, Elements.ofActions())));
    rules.put("input", input(surface));
    rules.put("image", image());
    rules.put("rich_text", RichText.block());
    return Rule.list(0, surface.mostBlocks, Rule.byType(rules));
  }

  private static Rule section() {
    return block("section")
        .optional("text", text(3000))
        .optional("fields", Rule.list(1, 10, text(2000)))
        .optional("accessory", Elements.ofSection())
        .optional("expand", Rule.bool())
        .whole(
            (section, findings) -> {
              if (!section.has("text") && !section.has("fields")) {
                findings.add("must define either `text` or `fields`");
              }
            });
  }

  private static Rule input(Surface surface) {
    return block("input")
        .required("label", plainText(2000))
        .required("element", Elements.ofInput(surface))
        .optional("hint", plainText(2000))
        .optional("optional", Rule.bool())
        .optional("dispatch_action", Rule.bool());
  }

  private static Rule image() {
    return block("image")
        .required("alt_text", Rule.string(1, 2000))
        .optional("image_url", Rule.url(3000))
        .optional("slack_file", Compositions.slackFile())
        .optional("title", plainText(2000))
        .whole(Blocks::oneImageSource);
  }

  static void oneImageSource(JsonObject image, Findings findings) {
    if (image.has("image_url") == image.has("slack_file")) {
      findings.add("must define either `image_url` or `slack_file`");
    }
  }

  static Shape block(String type) {
    return Shape.ofType(type).optional("block_id", Rule.string(1, 255));
  }
}
