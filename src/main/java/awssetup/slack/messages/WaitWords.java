package awssetup.slack.messages;

import awssetup.ports.Outbox;
import awssetup.setup.Actor;
import awssetup.setup.Details;
import awssetup.setup.Message;
import awssetup.setup.ReminderHistory;
import awssetup.setup.Setup;
import awssetup.setup.SetupStatus;
import awssetup.setup.Step;
import awssetup.setup.Turn;
import awssetup.setup.Waiting;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An open setup in a few lines for engineers: who has to do what, since when and until when, and
 * how often they were reminded.
 */
public final class WaitWords {
  private static final String DOT = "  ·  ";

  private final Words words;
  private final MessageLinks links;
  private final Outbox outbox;

  public WaitWords(Words words, MessageLinks links, Outbox outbox) {
    this.words = words;
    this.links = links;
    this.outbox = outbox;
  }

  /** All of these lines. */
  String lines(Setup setup, Instant now) {
    SetupStatus status = SetupStatus.of(setup, now);
    String title = title(setup, status) + link(setup).map(link -> DOT + link).orElse("");
    String facts = facts(setup, status);
    return title + "\n" + waiting(setup, now) + (facts.isEmpty() ? "" : "\n" + facts);
  }

  /** The customer, with a link to the card. */
  String name(Setup setup) {
    return "*"
        + Mrkdwn.typed(setup.customerName())
        + "*"
        + link(setup).map(link -> DOT + link).orElse("");
  }

  /** The same, and who has to act. */
  String brief(Setup setup, Instant now) {
    return name(setup) + (setup.isOpen() ? DOT + waiting(setup, now) : "");
  }

  /** Until when the open invitation can be approved. */
  Optional<String> deadline(Setup setup, Instant now) {
    return SetupStatus.of(setup, now)
        .deadline()
        .map(at -> words.say("wait.approve_by", "date", words.date(at)));
  }

  /** A link to its card; empty until the card is posted. */
  Optional<String> link(Setup setup) {
    return outbox
        .card(setup.id())
        .flatMap(Message::ts)
        .flatMap(ts -> links.to(setup.channel(), ts))
        .map(url -> Mrkdwn.link(url, words.say("overview.open_card")));
  }

  private String title(Setup setup, SetupStatus status) {
    return String.join(
        DOT,
        "*" + Mrkdwn.typed(setup.customerName()) + "*",
        SetupCard.option(words, setup.option()),
        words.say("overview.done", "done", status.done(), "all", status.steps().size()));
  }

  /** Who has to do what, since when. */
  String waiting(Setup setup, Instant now) {
    SetupStatus status = SetupStatus.of(setup, now);
    Waiting waiting = Waiting.of(setup, now).orElseThrow();
    return words.say(
        key(setup, status.step(waiting.step()).state(), waiting.actor()),
        "who",
        who(setup, waiting.actor()),
        "since",
        words.date(waiting.since()));
  }

  /** Until details are in, the customer's side may have no name. */
  private String who(Setup setup, Actor actor) {
    if (actor != Actor.CUSTOMER) {
      return Mrkdwn.mention(setup.startedBy());
    }
    return setup
        .customerContact()
        .or(() -> setup.details().map(Details::by))
        .map(person -> words.say("wait.customer", "who", Mrkdwn.mention(person)))
        .orElseGet(() -> words.say("wait.some_customer"));
  }

  private static String key(Setup setup, Step.State state, Actor actor) {
    if (setup.channelAccess().problem().isPresent()) {
      return "wait.unreachable";
    }
    return key(state, actor);
  }

  private static String key(Step.State state, Actor actor) {
    return switch (state.kind()) {
      case DETAILS_MISSING -> "wait.details_missing";
      case ACCOUNT_MISSING -> "wait.account_missing";
      case UNPREPARED -> "wait.unprepared";
      case REVIEW_MISSING -> "wait.review_missing";
      case SENDING -> "wait.sending";
      case RETRYING -> "wait.retrying";
      case REFUSED -> actor == Actor.NOBODY ? "wait.refused_for_now" : "wait.refused";
      case OPEN -> "wait.open";
      case OVERDUE -> "wait.overdue";
      case CANCELLING -> "wait.cancelling";
      case OVER -> "wait.over";
      case ROLE_MISSING -> "wait.role_missing";
      case ROLE_LOST -> "wait.role_lost";
      case ROLE_UNSAFE -> "wait.role_unsafe";
      case DONE, LOCKED -> "wait.about_to_complete";
    };
  }

  /** The deadline, the reminders so far, and the owner if the turn does not name them. */
  private String facts(Setup setup, SetupStatus status) {
    List<String> facts = new ArrayList<>();
    status
        .deadline()
        .ifPresent(at -> facts.add(words.say("wait.approve_by", "date", words.date(at))));
    ReminderHistory reminderHistory =
        status
            .turn()
            .map((Turn turn) -> setup.reminderHistory().in(turn))
            .orElse(ReminderHistory.NEVER);
    if (reminderHistory.inTurn() > 0) {
      facts.add(
          words.say(
              reminderHistory.inTurn() == 1 ? "wait.reminded_once" : "wait.reminded",
              "count",
              reminderHistory.inTurn(),
              "date",
              words.date(reminderHistory.lastAt().orElseThrow())));
    }
    reminderHistory
        .snoozedUntil()
        .ifPresent(at -> facts.add(words.say("wait.snoozed", "date", words.date(at))));
    if (status.turn().filter(turn -> turn.actor() == Actor.ENGINEER).isEmpty()) {
      facts.add(words.say("wait.owner", "who", Mrkdwn.mention(setup.startedBy())));
    }
    return String.join(DOT, facts);
  }
}
