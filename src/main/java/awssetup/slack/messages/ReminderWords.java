package awssetup.slack.messages;

import awssetup.ports.BootstrapRoles;
import awssetup.ports.Conversation.View;
import awssetup.setup.Actor;
import awssetup.setup.MessageKey;
import awssetup.setup.PreparationItem;
import awssetup.setup.Reviewers;
import awssetup.setup.Setup;
import awssetup.setup.Step;
import awssetup.setup.Turn;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.PreparationWords;
import awssetup.slack.words.RefusalWords;
import awssetup.slack.words.Translations;
import awssetup.slack.words.Words;
import com.slack.api.model.block.LayoutBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A reminder: what is open, who has to do it, the link to do it, how long is left. */
public final class ReminderWords {
  private final Translations translations;
  private final CardButtons buttons;
  private final BootstrapRoles roles;
  private final Reviewers reviewers;

  public ReminderWords(
      Translations translations, CardButtons buttons, BootstrapRoles roles, Reviewers reviewers) {
    this.translations = translations;
    this.buttons = buttons;
    this.roles = roles;
    this.reviewers = reviewers;
  }

  public List<LayoutBlock> blocks(
      MessageKey key, View view, Turn turn, boolean escalated, Instant now) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(key.toString(), text(view, turn, escalated, now)));
    blocks.addAll(buttons.forReminder(translations.of(view.setup()), view));
    return blocks;
  }

  public String text(View view, Turn turn, boolean escalated, Instant now) {
    Setup setup = view.setup();
    Words words = translations.of(setup);
    List<String> lines = new ArrayList<>();
    lines.add(
        words.say(
            "reminder.open",
            "people",
            people(setup, turn, escalated),
            "name",
            Mrkdwn.typed(setup.customerName()),
            "time",
            words.span(Duration.between(turn.since(), now))));
    if (turn.actor() == Actor.CUSTOMER && reachesEngineer(setup)) {
      lines.add(words.say("reminder.no_contact"));
    }
    for (Step step : view.status().waitingFor(turn.actor())) {
      lines.add("• " + todo(words, step, view, now));
    }
    if (reviewers.sendFor(turn)) {
      lines.add(words.say("review.by_another", "engineer", Mrkdwn.mention(setup.startedBy())));
    }
    if (escalated) {
      lines.add(words.say("reminder.escalated"));
    }
    return String.join("\n", lines);
  }

  /** While no one at the customer is known, the engineer is mentioned in their place. */
  private static boolean reachesEngineer(Setup setup) {
    return setup.personFor(Actor.CUSTOMER).equals(setup.startedBy());
  }

  private static String people(Setup setup, Turn turn, boolean escalated) {
    String first = Mrkdwn.mention(setup.personFor(turn.actor()));
    return escalated && turn.actor() == Actor.CUSTOMER
        ? first + " " + Mrkdwn.mention(setup.startedBy())
        : first;
  }

  private String todo(Words words, Step step, View view, Instant now) {
    Setup setup = view.setup();
    Step.State state = step.state();
    return switch (state.kind()) {
      case DETAILS_MISSING -> words.say("reminder.details");
      case ACCOUNT_MISSING -> accountMissing(words, setup);
      case UNPREPARED ->
          words.say("reminder.prepare")
              + items(words, state.as(Step.State.Unprepared.class).open());
      case REVIEW_MISSING ->
          words.say(
              "reminder.review", "account", state.as(Step.State.ReviewMissing.class).account());
      case REFUSED -> refused(words, state.as(Step.State.Refused.class));
      case OPEN -> approve(words, state.as(Step.State.Open.class), now);
      case OVER, OVERDUE -> words.say("reminder.send_again");
      case ROLE_MISSING ->
          words.say(
              "reminder.deploy",
              "account",
              state.as(Step.State.RoleMissing.class).account(),
              "link",
              stack(words, setup));
      case ROLE_LOST ->
          words.say(
              "reminder.deploy_again",
              "account",
              state.as(Step.State.RoleLost.class).account(),
              "link",
              stack(words, setup));
      case ROLE_UNSAFE -> words.say("reminder.role_unsafe");
      case DONE, LOCKED, SENDING, RETRYING, CANCELLING -> "*" + StepWords.name(words, step) + "*";
    };
  }

  private static String refused(Words words, Step.State.Refused refused) {
    String why = RefusalWords.sentence(words, refused.refusal(), refused.invitation().account());
    return words.say("reminder.refused", "why", why);
  }

  /** Three wordings, by how far the customer has come. */
  private static String accountMissing(Words words, Setup setup) {
    if (!PreparationWords.hasSignedUp(setup)) {
      return words.say(
          "reminder.sign_up",
          "link",
          Mrkdwn.link(PreparationWords.SIGN_UP, words.say("reminder.sign_up.link")),
          "items",
          PreparationWords.names(words, setup.unprepared()));
    }
    return setup.unprepared().isEmpty()
        ? words.say("reminder.report", "link", PreparationWords.accountPage(words))
        : words.say("reminder.prepare_and_report") + items(words, setup.unprepared());
  }

  private static String approve(Words words, Step.State.Open open, Instant now) {
    Instant deadline = open.sent().deadline();
    return words.say(
        "reminder.approve",
        "account",
        open.invitation().account(),
        "link",
        Mrkdwn.link(CardButtons.APPROVE_URL, words.say("notice.approve.link")),
        "date",
        words.date(deadline),
        "time",
        words.span(Duration.between(now, deadline)));
  }

  /** A colon and the link to the prepared stack, while the account is under review. */
  private String stack(Words words, Setup setup) {
    return setup
        .accountInReview()
        .map(roles::quickCreateUrl)
        .map(url -> ": " + Mrkdwn.link(url, words.say("reminder.deploy.link")))
        .orElse("");
  }

  private static String items(Words words, Set<PreparationItem> open) {
    return open.stream()
        .map(item -> "\n    ◦ " + PreparationWords.line(words, item))
        .collect(Collectors.joining());
  }
}
