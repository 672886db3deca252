package awssetup.sandbox.slack.blockkit;

/** Dates and times: what a preselected one looks like. */
final class Pickers {
  static final Rule DATE =
      Rule.matching("\\d{4}-\\d{2}-\\d{2}", "must be a date in the format YYYY-MM-DD");
  static final Rule TIME =
      Rule.matching("([01]\\d|2[0-3]):[0-5]\\d", "must be a time in the format HH:mm");

  private Pickers() {}

  static Rule dateTime() {
    return Elements.interactive("datetimepicker")
        .optional("initial_date_time", Rule.integer(1_000_000_000L, 9_999_999_999L))
        .optional("confirm", Compositions.confirm())
        .optional("focus_on_load", Rule.bool());
  }
}
