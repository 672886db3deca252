package awssetup.slack;

import java.util.Arrays;
import java.util.List;

/**
 * Everything that can reach the app from Slack, and who may do it. The one place that says so:
 * requests are routed by this table and {@link Access} decides by it.
 */
enum Deed {
  START(Way.SUBCOMMAND, By.ENGINEER, "", "new", "transfer"),
  STATUS(Way.SUBCOMMAND, By.ENGINEER, "status"),
  REMIND(Way.SUBCOMMAND, By.ENGINEER, "remind"),
  CANCEL(Way.SUBCOMMAND, By.ENGINEER, "cancel"),
  HISTORY(Way.SUBCOMMAND, By.ENGINEER, "history"),
  FORGET(Way.SUBCOMMAND, By.ENGINEER, "forget"),
  EXPORT(Way.SUBCOMMAND, By.ENGINEER, "export"),
  HELP(Way.SUBCOMMAND, By.ENGINEER, "help"),

  ENTER_DETAILS(Way.BUTTON, By.MEMBER, Ids.ENTER_DETAILS),
  REPORT_ACCOUNT(Way.BUTTON, By.MEMBER, Ids.REPORT_ACCOUNT),
  CHECK_NOW(Way.BUTTON, By.MEMBER, Ids.CHECK_NOW),
  SNOOZE(Way.BUTTON, By.MEMBER, Ids.SNOOZE),
  /** Whoever finds out that the account exists already may say so. */
  SWITCH_TO_TRANSFER(Way.BUTTON, By.MEMBER, Ids.SWITCH_TO_TRANSFER),
  /** A new account is the engineers' offer. */
  SWITCH_TO_NEW(Way.BUTTON, By.ENGINEER, Ids.SWITCH_TO_NEW),
  REVIEW(Way.BUTTON, By.ENGINEER, Ids.REVIEW_INVITATION),
  PICK_REMIND(Way.BUTTON, By.ENGINEER, Ids.PICK_REMIND),
  PICK_CANCEL(Way.BUTTON, By.ENGINEER, Ids.PICK_CANCEL),
  FORGET_THIS(Way.BUTTON, By.ENGINEER, Ids.FORGET),
  PICK_FORGET(Way.BUTTON, By.ENGINEER, Ids.PICK_FORGET),
  OPEN_INVITATION(Way.BUTTON, By.ANYBODY, Ids.OPEN_INVITATION),
  OPEN_BOOTSTRAP(Way.BUTTON, By.ANYBODY, Ids.OPEN_BOOTSTRAP),

  HOME_STATE(Way.HOME, By.ENGINEER, Ids.HOME_STATE),
  HOME_OWNER(Way.HOME, By.ENGINEER, Ids.HOME_OWNER),
  HOME_WHOSE(Way.HOME, By.ENGINEER, Ids.HOME_WHOSE),
  HOME_PREVIOUS(Way.HOME, By.ENGINEER, Ids.HOME_PREVIOUS),
  HOME_NEXT(Way.HOME, By.ENGINEER, Ids.HOME_NEXT),
  /** Whatever a row's menu holds. */
  HOME_ROW(Way.HOME, By.ENGINEER, Ids.HOME_ROW),

  SUBMIT_START(Way.MODAL, By.ENGINEER, Ids.START_SETUP),
  SUBMIT_TRANSFER_DETAILS(Way.MODAL, By.MEMBER, Ids.TRANSFER_DETAILS),
  SUBMIT_NEW_ACCOUNT_DETAILS(Way.MODAL, By.MEMBER, Ids.NEW_ACCOUNT_DETAILS),
  SUBMIT_ACCOUNT_READY(Way.MODAL, By.MEMBER, Ids.ACCOUNT_READY),
  SUBMIT_REVIEW(Way.MODAL, By.ENGINEER, Ids.REVIEW_INVITATION),
  SUBMIT_CANCEL(Way.MODAL, By.ENGINEER, Ids.CANCEL_SETUP),

  READ_HOME(Way.EVENT, By.ENGINEER, "app_home_opened"),
  CHANNEL_MOVED(Way.EVENT, By.SLACK, "channel_id_changed"),
  /** The customer may be out of reach: the channel is looked at. */
  CHANNEL_CLOSED(
      Way.EVENT,
      By.SLACK,
      "channel_archive",
      "group_archive",
      "channel_deleted",
      "group_deleted",
      "channel_left",
      "group_left",
      "channel_unshared"),
  /** The customer may be in reach again: a channel behind a barrier is looked at. */
  CHANNEL_BACK(
      Way.EVENT,
      By.SLACK,
      "channel_unarchive",
      "group_unarchive",
      "channel_shared",
      "member_joined_channel");

  /** How it reaches us. */
  enum Way {
    /** The first word after {@code /aws-setup}. */
    SUBCOMMAND,
    /** The {@code action_id} of a button or select on a message. */
    BUTTON,
    /** The {@code action_id} of something that stands on the Home tab only. */
    HOME,
    /** The {@code callback_id} of a modal that is submitted. */
    MODAL,
    /** The type of an event. */
    EVENT
  }

  /** Who may. A request that Slack has not signed reaches nothing at all. */
  enum By {
    /** Our engineers. */
    ENGINEER,
    /** Whoever is in the setup's channel, and our engineers. */
    MEMBER,
    /** Everybody: it changes nothing. */
    ANYBODY,
    /** Slack itself, of its own accord. */
    SLACK
  }

  private final Way way;
  private final By by;
  private final List<String> names;

  Deed(Way way, By by, String... names) {
    this.way = way;
    this.by = by;
    this.names = List.of(names);
  }

  Way way() {
    return way;
  }

  By by() {
    return by;
  }

  /** The names by which Slack or people call it; all but subcommands have one. */
  List<String> names() {
    return names;
  }

  /** What the first word after the command asks for; help where it asks for nothing we know. */
  static Deed subcommand(String word) {
    return Arrays.stream(values())
        .filter(deed -> deed.way == Way.SUBCOMMAND && deed.names.contains(word))
        .findFirst()
        .orElse(HELP);
  }

  /** The name that Slack routes it by. */
  String name(Way expected) {
    if (way != expected) {
      throw new IllegalArgumentException(this + " is not a " + expected);
    }
    return names.get(0);
  }
}
