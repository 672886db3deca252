package awssetup.sandbox.slack.blockkit;

/** Date and time pickers: the form of a preselected value. */
final class PickerRules {
  static final JsonRule DATE =
      JsonRule.matching("\\d{4}-\\d{2}-\\d{2}", "must be a date in the format YYYY-MM-DD");
  static final JsonRule TIME =
      JsonRule.matching("([01]\\d|2[0-3]):[0-5]\\d", "must be a time in the format HH:mm");

  private PickerRules() {}

  static JsonRule dateTime() {
    return ObjectRule.interactive("datetimepicker")
        .optional("initial_date_time", JsonRule.integer(1_000_000_000L, 9_999_999_999L))
        .optional("confirm", CompositionRules.confirm())
        .optional("focus_on_load", JsonRule.bool());
  }
}
