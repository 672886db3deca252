package awssetup.slack.handlers;

import awssetup.setup.CheckNow;
import awssetup.setup.Intent;
import awssetup.setup.Option;
import awssetup.setup.SwitchOption;
import awssetup.setup.UserId;
import awssetup.slack.words.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that can reach the app from Slack, and who may do it: {@link Routes} routes by this
 * table and {@link Access} decides by it. Slack's name for an action is the constant's own in lower
 * case, unless its row says otherwise.
 */
public enum Action {
  START(Surface.SUBCOMMAND, Who.ENGINEER, "", "new", "transfer"),
  STATUS(Surface.SUBCOMMAND, Who.ENGINEER),
  REMIND(Surface.SUBCOMMAND, Who.ENGINEER),
  CANCEL(Surface.SUBCOMMAND, Who.ENGINEER),
  HISTORY(Surface.SUBCOMMAND, Who.ENGINEER),
  FORGET(Surface.SUBCOMMAND, Who.ENGINEER),
  EXPORT(Surface.SUBCOMMAND, Who.ENGINEER),
  HELP(Surface.SUBCOMMAND, Who.ENGINEER),

  ENTER_DETAILS(Surface.BUTTON, Who.MEMBER),
  REPORT_ACCOUNT(Surface.BUTTON, Who.MEMBER),
  CHECK_NOW(Surface.BUTTON, Who.MEMBER, CheckNow::new),
  SNOOZE(Surface.BUTTON, Who.MEMBER),
  /** Everyone in the channel may find out that the account exists already. */
  SWITCH_TO_TRANSFER(
      Surface.BUTTON, Who.MEMBER, by -> new SwitchOption(by, Option.TRANSFER_BILLING)),
  /** A new account is the engineers' offer. */
  SWITCH_TO_NEW(Surface.BUTTON, Who.ENGINEER, by -> new SwitchOption(by, Option.NEW_ACCOUNT)),
  REVIEW_INVITATION(Surface.BUTTON, Who.ENGINEER),
  PICK_REMIND(Surface.BUTTON, Who.ENGINEER),
  PICK_CANCEL(Surface.BUTTON, Who.ENGINEER),
  FORGET_THIS(Surface.BUTTON, Who.ENGINEER, "forget"),
  PICK_FORGET(Surface.BUTTON, Who.ENGINEER),
  OPEN_INVITATION(Surface.BUTTON, Who.ANYONE),
  OPEN_BOOTSTRAP(Surface.BUTTON, Who.ANYONE),

  HOME_STATE(Surface.HOME, Who.ENGINEER),
  HOME_OWNER(Surface.HOME, Who.ENGINEER),
  HOME_WHOSE(Surface.HOME, Who.ENGINEER),
  HOME_PREVIOUS(Surface.HOME, Who.ENGINEER),
  HOME_NEXT(Surface.HOME, Who.ENGINEER),
  /** Any entry of a row's menu. */
  HOME_ROW(Surface.HOME, Who.ENGINEER),

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
  /** The customer may be in reach again: a channel that had a problem is looked at. */
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
    /** The {@code action_id} of an element that stands on the Home tab only. */
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
    /** Everyone in the setup's channel, and our engineers. */
    MEMBER,
    /** Everyone: it changes nothing. */
    ANYONE,
    /** Slack itself, which reports what has happened. */
    SLACK
  }

  private final Surface surface;
  private final Who by;
  private final List<String> names;
  private final Optional<Function<UserId, Intent>> intent;

  Action(Surface surface, Who by, String... names) {
    this.surface = surface;
    this.by = by;
    this.names = names.length == 0 ? List.of(Ids.of(this)) : List.of(names);
    this.intent = Optional.empty();
  }

  Action(Surface surface, Who by, Function<UserId, Intent> intent) {
    this.surface = surface;
    this.by = by;
    this.names = List.of(Ids.of(this));
    this.intent = Optional.of(intent);
  }

  Surface surface() {
    return surface;
  }

  Who by() {
    return by;
  }

  /**
   * What a press means, given who presses; empty if the press opens a form, carries a choice, or
   * has an answer of its own, and so has a method in {@link Buttons}.
   */
  public Optional<Function<UserId, Intent>> intent() {
    return intent;
  }

  /** The names by which Slack or people call it; only subcommands and events have several. */
  List<String> names() {
    return names;
  }

  /** The {@code action_id} or {@code callback_id} that Slack sends back. */
  String id() {
    return names.get(0);
  }

  /** What the first word after the command asks for; help if we do not know the word. */
  static Action subcommand(String word) {
    return Arrays.stream(values())
        .filter(action -> action.surface == Surface.SUBCOMMAND && action.names.contains(word))
        .findFirst()
        .orElse(HELP);
  }
}
