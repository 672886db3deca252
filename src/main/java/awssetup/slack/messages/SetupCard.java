package awssetup.slack.messages;

import awssetup.ports.Conversation.View;
import awssetup.setup.Actor;
import awssetup.setup.Details;
import awssetup.setup.Ending;
import awssetup.setup.MessageKey;
import awssetup.setup.Option;
import awssetup.setup.Reviewers;
import awssetup.setup.Setup;
import awssetup.setup.SetupStatus;
import awssetup.setup.Step;
import awssetup.setup.Turn;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.PreparationWords;
import awssetup.slack.words.Translations;
import awssetup.slack.words.Words;
import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one message that always shows where a setup stands and offers what makes sense now. */
public final class SetupCard {
  private final Translations translations;
  private final CardButtons buttons;
  private final Reviewers reviewers;

  public SetupCard(Translations translations, CardButtons buttons, Reviewers reviewers) {
    this.translations = translations;
    this.buttons = buttons;
    this.reviewers = reviewers;
  }

  public List<LayoutBlock> blocks(MessageKey key, View view) {
    Setup setup = view.setup();
    Words words = translations.of(setup);
    SetupStatus status = view.status();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.header(key.toString(), title(words, setup)));
    blocks.add(Blocks.section(progress(words, setup, status) + subject(words, setup)));
    blocks.add(
        Blocks.section(
            status.steps().stream()
                .map(step -> StepWords.line(words, step, view))
                .collect(Collectors.joining("\n"))));
    if (setup.isOpen() && status.steps().stream().anyMatch(StepWords::isOnTheWay)) {
      blocks.add(Blocks.section(PreparationWords.checklist(words, setup)));
    }
    blocks.add(Blocks.context(whatNext(words, view)));
    blocks.addAll(buttons.of(words, view));
    return blocks;
  }

  /**
   * The whole content in words, which screen readers and notifications use instead of the blocks.
   */
  public String text(View view) {
    Setup setup = view.setup();
    Words words = translations.of(setup);
    return Mrkdwn.typed(title(words, setup))
        + ". "
        + spokenProgress(words, setup, view.status())
        + ". "
        + view.status().steps().stream()
            .map(step -> StepWords.spoken(words, step, view))
            .map(line -> line.endsWith(".") ? line : line + ".")
            .collect(Collectors.joining(" "));
  }

  public static String title(Words words, Setup setup) {
    String sign = setup.isCompleted() ? "✅ " : setup.isOpen() ? "" : "🚫 ";
    return sign
        + words.plain(
            "card.title",
            "name",
            Mrkdwn.plain(setup.customerName(), 100),
            "option",
            option(words, setup.option()));
  }

  public static String option(Words words, Option option) {
    return words.plain(Words.key("option", option));
  }

  private static String spokenProgress(Words words, Setup setup, SetupStatus status) {
    String count = words.say("card.progress", "done", status.done(), "all", status.steps().size());
    if (setup.isOpen()) {
      return count;
    }
    return count + ", " + words.say(setup.isCompleted() ? "card.complete" : "card.cancelled");
  }

  private static String progress(Words words, Setup setup, SetupStatus status) {
    int done = status.done();
    int all = status.steps().size();
    String bar =
        "▰".repeat(done)
            + "▱".repeat(all - done)
            + "  *"
            + words.say("card.progress", "done", done, "all", all)
            + "*";
    if (setup.isCompleted()) {
      return bar + "  :large_green_circle: *" + words.say("card.complete") + "*";
    }
    return setup.isOpen() ? bar : bar + "  *" + words.say("card.cancelled") + "*";
  }

  private static String subject(Words words, Setup setup) {
    List<String> parts = new ArrayList<>();
    setup
        .account()
        .ifPresent(account -> parts.add(words.say("card.account", "account", account.id())));
    setup
        .invitation()
        .map(i -> words.firstOf(i.startsIn()))
        .ifPresent(day -> parts.add(words.say("card.starts", "day", day)));
    setup
        .orderId()
        .ifPresent(order -> parts.add(words.say("card.order", "order", Mrkdwn.typed(order))));
    setup
        .details()
        .filter(Details::aliasDoubted)
        .ifPresent(details -> parts.add(words.say("card.alias_doubted")));
    return parts.isEmpty() ? "" : "\n" + String.join("  ·  ", parts);
  }

  private String whatNext(Words words, View view) {
    Setup setup = view.setup();
    if (setup.isCompleted()) {
      return words.say("card.thanks");
    }
    if (!setup.isOpen()) {
      return setup
          .ending()
          .flatMap(Ending::reason)
          .map(reason -> words.say("card.cancelled_because", "reason", Mrkdwn.typed(reason)))
          .orElseGet(() -> words.say("card.cancelled_so"));
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        view.status()
            .turn()
            .map(turn -> turn(words, turn, setup))
            .orElseGet(() -> running(words, view)));
    view.status()
        .deadline()
        .ifPresent(d -> parts.add(words.say("card.approve_by", "date", words.date(d))));
    view.nextReminder()
        .ifPresent(at -> parts.add(words.say("card.next_reminder", "date", words.date(at))));
    parts.add(words.say("card.started_by", "person", Mrkdwn.mention(setup.startedBy())));
    return String.join("  ·  ", parts);
  }

  private String turn(Words words, Turn turn, Setup setup) {
    if (reviewers.sendFor(turn)) {
      return words.say("review.by_another", "engineer", Mrkdwn.mention(setup.startedBy()));
    }
    return turn.actor() == Actor.ENGINEER
        ? words.say("card.engineers_turn", "person", Mrkdwn.mention(setup.startedBy()))
        : Optional.of(setup.personFor(Actor.CUSTOMER))
            .filter(person -> !person.equals(setup.startedBy()))
            .map(person -> words.say("card.customers_turn.by", "person", Mrkdwn.mention(person)))
            .orElseGet(() -> words.say("card.customers_turn"));
  }

  private static String running(Words words, View view) {
    return view.status()
        .current()
        .filter(step -> step.state().kind() == Step.State.Kind.RETRYING)
        .map(step -> words.say("card.waiting_for_aws"))
        .orElseGet(() -> words.say("card.working"));
  }
}
