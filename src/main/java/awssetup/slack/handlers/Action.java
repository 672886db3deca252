package awssetup.slack.handlers;

import awssetup.slack.words.Ids;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that can reach the app from Slack, and who may do it. The one place that says so:
 * requests are routed by this table and {@link Access} decides by it.
 */
public enum Action {
  START(Surface.SUBCOMMAND, Who.ENGINEER, "", "new", "transfer"),
  STATUS(Surface.SUBCOMMAND, Who.ENGINEER, "status"),
  REMIND(Surface.SUBCOMMAND, Who.ENGINEER, "remind"),
  CANCEL(Surface.SUBCOMMAND, Who.ENGINEER, "cancel"),
  HISTORY(Surface.SUBCOMMAND, Who.ENGINEER, "history"),
  FORGET(Surface.SUBCOMMAND, Who.ENGINEER, "forget"),
  EXPORT(Surface.SUBCOMMAND, Who.ENGINEER, "export"),
  HELP(Surface.SUBCOMMAND, Who.ENGINEER, "help"),

  ENTER_DETAILS(Surface.BUTTON, Who.MEMBER, Ids.ENTER_DETAILS),
  REPORT_ACCOUNT(Surface.BUTTON, Who.MEMBER, Ids.REPORT_ACCOUNT),
  CHECK_NOW(Surface.BUTTON, Who.MEMBER, Ids.CHECK_NOW),
  SNOOZE(Surface.BUTTON, Who.MEMBER, Ids.SNOOZE),
  /** Whoever finds out that the account exists already may say so. */
  SWITCH_TO_TRANSFER(Surface.BUTTON, Who.MEMBER, Ids.SWITCH_TO_TRANSFER),
  /** A new account is the engineers' offer. */
  SWITCH_TO_NEW(Surface.BUTTON, Who.ENGINEER, Ids.SWITCH_TO_NEW),
  REVIEW(Surface.BUTTON, Who.ENGINEER, Ids.REVIEW_INVITATION),
  PICK_REMIND(Surface.BUTTON, Who.ENGINEER, Ids.PICK_REMIND),
  PICK_CANCEL(Surface.BUTTON, Who.ENGINEER, Ids.PICK_CANCEL),
  FORGET_THIS(Surface.BUTTON, Who.ENGINEER, Ids.FORGET),
  PICK_FORGET(Surface.BUTTON, Who.ENGINEER, Ids.PICK_FORGET),
  OPEN_INVITATION(Surface.BUTTON, Who.ANYBODY, Ids.OPEN_INVITATION),
  OPEN_BOOTSTRAP(Surface.BUTTON, Who.ANYBODY, Ids.OPEN_BOOTSTRAP),

  HOME_STATE(Surface.HOME, Who.ENGINEER, Ids.HOME_STATE),
  HOME_OWNER(Surface.HOME, Who.ENGINEER, Ids.HOME_OWNER),
  HOME_WHOSE(Surface.HOME, Who.ENGINEER, Ids.HOME_WHOSE),
  HOME_PREVIOUS(Surface.HOME, Who.ENGINEER, Ids.HOME_PREVIOUS),
  HOME_NEXT(Surface.HOME, Who.ENGINEER, Ids.HOME_NEXT),
  /** Whatever a row's menu holds. */
  HOME_ROW(Surface.HOME, Who.ENGINEER, Ids.HOME_ROW),

  SUBMIT_START(Surface.MODAL, Who.ENGINEER, Ids.START_SETUP),
  SUBMIT_TRANSFER_DETAILS(Surface.MODAL, Who.MEMBER, Ids.TRANSFER_DETAILS),
  SUBMIT_NEW_ACCOUNT_DETAILS(Surface.MODAL, Who.MEMBER, Ids.NEW_ACCOUNT_DETAILS),
  SUBMIT_ACCOUNT_READY(Surface.MODAL, Who.MEMBER, Ids.ACCOUNT_READY),
  SUBMIT_REVIEW(Surface.MODAL, Who.ENGINEER, Ids.REVIEW_INVITATION),
  SUBMIT_CANCEL(Surface.MODAL, Who.ENGINEER, Ids.CANCEL_SETUP),

  READ_HOME(Surface.EVENT, Who.ENGINEER, "app_home_opened"),
  CHANNEL_MOVED(Surface.EVENT, Who.SLACK, "channel_id_changed"),
  /** The customer may be out of reach: the channel is looked at. */
  CHANNEL_CLOSED(
      Surface.EVENT,
      Who.SLACK,
      "channel_archive",
      "group_archive",
      "channel_deleted",
      "group_deleted",
      "channel_left",
      "group_left",
      "channel_unshared"),
  /** The customer may be in reach again: a channel behind a barrier is looked at. */
  CHANNEL_BACK(
      Surface.EVENT,
      Who.SLACK,
      "channel_unarchive",
      "group_unarchive",
      "channel_shared",
      "member_joined_channel");

  /** How it reaches us. */
  public enum Surface {
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
  enum Who {
    /** Our engineers. */
    ENGINEER,
    /** Whoever is in the setup's channel, and our engineers. */
    MEMBER,
    /** Everybody: it changes nothing. */
    ANYBODY,
    /** Slack itself, of its own accord. */
    SLACK
  }

  private final Surface surface;
  private final Who by;
  private final List<String> names;

  Action(Surface surface, Who by, String... names) {
    this.surface = surface;
    this.by = by;
    this.names = List.of(names);
  }

  Surface surface() {
    return surface;
  }

  Who by() {
    return by;
  }

  /** The names by which Slack or people call it; all but subcommands have one. */
  List<String> names() {
    return names;
  }

  /** What the first word after the command asks for; help where it asks for nothing we know. */
  static Action subcommand(String word) {
    return Arrays.stream(values())
        .filter(action -> action.surface == Surface.SUBCOMMAND && action.names.contains(word))
        .findFirst()
        .orElse(HELP);
  }

  /** The name that Slack routes it by. */
  public String name(Surface expected) {
    if (surface != expected) {
      throw new IllegalArgumentException(this + " is not a " + expected);
    }
    return names.get(0);
  }
}
