package awssetup.sandbox.slack.blockkit;

import static awssetup.sandbox.slack.blockkit.CompositionRules.confirm;
import static awssetup.sandbox.slack.blockkit.CompositionRules.option;
import static awssetup.sandbox.slack.blockkit.CompositionRules.plainText;
import static awssetup.sandbox.slack.blockkit.CompositionRules.text;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Elements that people press or choose from, and which block takes which of them. */
final class ElementRules {
  // The table below is built from these two, so they come first.
  private static final JsonRule OPTION = option(plainText(75));
  private static final JsonRule RICH_OPTION = richOption();
  private static final Map<String, JsonRule> ALL = all();
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

  private ElementRules() {}

  static JsonRule ofSection() {
    return only(with(CHOOSERS, "button", "overflow", "image"));
  }

  static JsonRule ofActions() {
    return only(with(CHOOSERS, "button", "overflow", "datetimepicker"));
  }

  static JsonRule ofContext() {
    Map<String, JsonRule> rules = new LinkedHashMap<>();
    rules.put("image", ALL.get("image"));
    rules.put("plain_text", text(3000));
    rules.put("mrkdwn", text(3000));
    return JsonRule.byType(rules);
  }

  /** E-mail, number and URL fields are documented for modals only. */
  static JsonRule ofInput(Surface surface) {
    Set<String> everywhere = with(CHOOSERS, "plain_text_input", "datetimepicker");
    return only(
        surface == Surface.MODAL
            ? with(everywhere, "email_text_input", "number_input", "url_text_input")
            : everywhere);
  }

  private static JsonRule only(Set<String> types) {
    Map<String, JsonRule> rules = new LinkedHashMap<>(ALL);
    rules.keySet().retainAll(types);
    return JsonRule.byType(rules);
  }

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> both = new HashSet<>(some);
    both.addAll(Set.of(more));
    return both;
  }

  private static Map<String, JsonRule> all() {
    Map<String, JsonRule> rules = new LinkedHashMap<>(TextInputRules.all());
    rules.put("button", button());
    rules.put("static_select", staticSelect("static_select").optional("initial_option", OPTION));
    rules.put(
        "multi_static_select",
        staticSelect("multi_static_select")
            .optional("initial_options", JsonRule.list(1, 100, OPTION))
            .optional("max_selected_items", JsonRule.integer(1, 100)));
    rules.put("users_select", select("users_select").optional("initial_user", id()));
    rules.put(
        "conversations_select",
        select("conversations_select").optional("initial_conversation", id()));
    rules.put("channels_select", select("channels_select").optional("initial_channel", id()));
    rules.put("overflow", overflow());
    rules.put("radio_buttons", choices("radio_buttons").optional("initial_option", RICH_OPTION));
    rules.put(
        "checkboxes",
        choices("checkboxes").optional("initial_options", JsonRule.list(1, 10, RICH_OPTION)));
    rules.put("datepicker", select("datepicker").optional("initial_date", PickerRules.DATE));
    rules.put(
        "timepicker",
        select("timepicker")
            .optional("initial_time", PickerRules.TIME)
            .optional("timezone", JsonRule.string(1, 255)));
    rules.put("datetimepicker", PickerRules.dateTime());
    rules.put("image", image());
    return rules;
  }

  private static ObjectRule richOption() {
    return option(text(75)).optional("description", text(75));
  }

  private static JsonRule button() {
    return ObjectRule.interactive("button")
        .required("text", plainText(75))
        .optional("url", JsonRule.url(3000))
        .optional("value", JsonRule.string(1, 2000))
        .optional("style", JsonRule.oneOf("primary", "danger"))
        .optional("confirm", confirm())
        .optional("accessibility_label", JsonRule.string(1, 75));
  }

  private static ObjectRule staticSelect(String type) {
    JsonRule group =
        new ObjectRule()
            .required("label", plainText(75))
            .required("options", JsonRule.list(1, 100, OPTION));
    return select(type)
        .optional("options", JsonRule.list(1, 100, OPTION))
        .optional("option_groups", JsonRule.list(1, 100, group))
        .whole(
            (select, complaints) -> {
              if (select.has("options") == select.has("option_groups")) {
                complaints.add("must define either `options` or `option_groups`");
              }
            })
        .whole(CompositionRules::initialAmongOffered);
  }

  private static ObjectRule select(String type) {
    return ObjectRule.interactive(type)
        .optional("placeholder", plainText(150))
        .optional("confirm", confirm())
        .optional("focus_on_load", JsonRule.bool());
  }

  private static JsonRule overflow() {
    JsonRule option = option(plainText(75)).optional("url", JsonRule.url(3000));
    return ObjectRule.interactive("overflow")
        .required("options", JsonRule.list(2, 5, option))
        .optional("confirm", confirm());
  }

  private static ObjectRule choices(String type) {
    return ObjectRule.interactive(type)
        .required("options", JsonRule.list(1, 10, RICH_OPTION))
        .optional("confirm", confirm())
        .optional("focus_on_load", JsonRule.bool())
        .whole(CompositionRules::initialAmongOffered);
  }

  private static JsonRule image() {
    return ObjectRule.ofType("image")
        .required("alt_text", JsonRule.string(1, 2000))
        .optional("image_url", JsonRule.url(3000))
        .optional("slack_file", CompositionRules.slackFile())
        .whole(CompositionRules::oneImageSource);
  }

  private static JsonRule id() {
    return JsonRule.string(1, 255);
  }
}
