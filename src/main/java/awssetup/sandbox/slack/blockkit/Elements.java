package awssetup.sandbox.slack.blockkit;

import static awssetup.sandbox.slack.blockkit.Compositions.confirm;
import static awssetup.sandbox.slack.blockkit.Compositions.option;
import static awssetup.sandbox.slack.blockkit.Compositions.plainText;
import static awssetup.sandbox.slack.blockkit.Compositions.text;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What people can press or choose from, and which block takes which of them. */
final class Elements {
  // The table below is built from these two, so they come first.
  private static final Rule OPTION = option(plainText(75));
  private static final Rule RICH_OPTION = richOption();
  private static final Map<String, Rule> ALL = all();
  private static final Set<String> CHOOSERS =
      Set.of(
          "static_select",
          "multi_static_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "radio_buttons",
          "checkboxes",
          "datepicker",
          "timepicker");

  private Elements() {}

  static Rule ofSection() {
    return only(with(CHOOSERS, "button", "overflow", "image"));
  }

  static Rule ofActions() {
    return only(with(CHOOSERS, "button", "overflow", "datetimepicker"));
  }

  static Rule ofContext() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    rules.put("image", ALL.get("image"));
    rules.put("plain_text", text(3000));
    rules.put("mrkdwn", text(3000));
    return Rule.byType(rules);
  }

  /** E-mail, number and URL fields are documented for modals alone. */
  static Rule ofInput(Surface surface) {
    Set<String> everywhere = with(CHOOSERS, "plain_text_input", "datetimepicker");
    return only(
        surface == Surface.MODAL
            ? with(everywhere, "email_text_input", "number_input", "url_text_input")
            : everywhere);
  }

  private static Rule only(Set<String> types) {
    Map<String, Rule> rules = new LinkedHashMap<>(ALL);
    rules.keySet().retainAll(types);
    return Rule.byType(rules);
  }

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> both = new HashSet<>(some);
    both.addAll(Set.of(more));
    return both;
  }

  private static Map<String, Rule> all() {
    Map<String, Rule> rules = new LinkedHashMap<>(TextInputs.all());
    rules.put("button", button());
    rules.put("static_select", staticSelect("static_select").optional("initial_option", OPTION));
    rules.put(
        "multi_static_select",
        staticSelect("multi_static_select")
            .optional("initial_options", Rule.list(1, 100, OPTION))
            .optional("max_selected_items", Rule.integer(1, 100)));
    rules.put("users_select", select("users_select").optional("initial_user", id()));
    rules.put(
        "conversations_select",
        select("conversations_select").optional("initial_conversation", id()));
    rules.put("channels_select", select("channels_select").optional("initial_channel", id()));
    rules.put("overflow", overflow());
    rules.put("radio_buttons", choices("radio_buttons").optional("initial_option", RICH_OPTION));
    rules.put(
        "checkboxes",
        choices("checkboxes").optional("initial_options", Rule.list(1, 10, RICH_OPTION)));
    rules.put("datepicker", select("datepicker").optional("initial_date", Pickers.DATE));
    rules.put(
        "timepicker",
        select("timepicker")
            .optional("initial_time", Pickers.TIME)
            .optional("timezone", Rule.string(1, 255)));
    rules.put("datetimepicker", Pickers.dateTime());
    rules.put("image", image());
    return rules;
  }

  private static Shape richOption() {
    return option(text(75)).optional("description", text(75));
  }

  private static Rule button() {
    return interactive("button")
        .required("text", plainText(75))
        .optional("url", Rule.url(3000))
        .optional("value", Rule.string(1, 2000))
        .optional("style", Rule.oneOf("primary", "danger"))
        .optional("confirm", confirm())
        .optional("accessibility_label", Rule.string(1, 75));
  }

  private static Shape staticSelect(String type) {
    Rule group =
        new Shape().required("label", plainText(75)).required("options", Rule.list(1, 100, OPTION));
    return select(type)
        .optional("options", Rule.list(1, 100, OPTION))
        .optional("option_groups", Rule.list(1, 100, group))
        .whole(
            (select, findings) -> {
              if (select.has("options") == select.has("option_groups")) {
                findings.add("must define either `options` or `option_groups`");
              }
            })
        .whole(Compositions::initialAmongOffered);
  }

  private static Shape select(String type) {
    return interactive(type)
        .optional("placeholder", plainText(150))
        .optional("confirm", confirm())
        .optional("focus_on_load", Rule.bool());
  }

  private static Rule overflow() {
    Rule option = option(plainText(75)).optional("url", Rule.url(3000));
    return interactive("overflow")
        .required("options", Rule.list(2, 5, option))
        .optional("confirm", confirm());
  }

  private static Shape choices(String type) {
    return interactive(type)
        .required("options", Rule.list(1, 10, RICH_OPTION))
        .optional("confirm", confirm())
        .optional("focus_on_load", Rule.bool())
        .whole(Compositions::initialAmongOffered);
  }

  private static Rule image() {
    return Shape.ofType("image")
        .required("alt_text", Rule.string(1, 2000))
        .optional("image_url", Rule.url(3000))
        .optional("slack_file", Compositions.slackFile())
        .whole(Blocks::oneImageSource);
  }

  static Shape interactive(String type) {
    return Shape.ofType(type).optional("action_id", Rule.string(1, 255));
  }

  private static Rule id() {
    return Rule.string(1, 255);
  }
}
