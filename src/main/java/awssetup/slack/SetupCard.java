package awssetup.slack;

import awssetup.setup.Actor;
import awssetup.setup.Conversation.View;
import awssetup.setup.Mark;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.Standing;
import awssetup.setup.Step;
import awssetup.setup.TargetAccount;
import awssetup.setup.Turn;
import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The one message that always tells where a setup stands, and offers what makes sense now. */
final class SetupCard {
  private final StepWords words;
  private final CardButtons buttons;
  private final String partner;

  SetupCard(StepWords words, CardButtons buttons, String partner) {
    this.words = words;
    this.buttons = buttons;
    this.partner = Text.escape(partner);
  }

  List<LayoutBlock> blocks(Mark mark, View view) {
    Setup setup = view.setup();
    Standing standing = view.standing();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.header(mark.toString(), title(setup)));
    blocks.add(Kit.section(progress(setup, standing) + subject(setup)));
    blocks.add(
        Kit.section(
            standing.steps().stream()
                .map(step -> words.line(step, view))
                .collect(Collectors.joining("\n"))));
    if (isOnTheWay(view)) {
      blocks.add(Kit.section(Preparation.checklist(setup)));
    }
    blocks.add(Kit.context(whatNext(view)));
    blocks.addAll(buttons.of(view));
    return blocks;
  }

  /**
   * The whole content in words: screen readers and notifications read this instead of the blocks.
   */
  String text(View view) {
    Setup setup = view.setup();
    return Text.typed(title(setup))
        + ". "
        + progress(setup, view.standing()).replaceAll("[▰▱*]+ *", "")
        + ". "
        + view.standing().steps().stream()
            .map(step -> words.spoken(step, view))
            .collect(Collectors.joining(". "))
        + ".";
  }

  /** The customer signs up and prepares the new account. */
  private static boolean isOnTheWay(View view) {
    return view.setup().isOpen()
        && view.standing().steps().stream()
            .map(Step::state)
            .anyMatch(
                state ->
                    state instanceof Step.State.AccountMissing
                        || state instanceof Step.State.Unprepared);
  }

  static String title(Setup setup) {
    String sign = setup.isCompleted() ? "✅ " : setup.isOpen() ? "" : "🚫 ";
    return sign + Text.plain(setup.customerName(), 100) + " · " + option(setup.option());
  }

  static String option(Option option) {
    return option == Option.TRANSFER_BILLING ? "Transfer billing" : "New AWS account";
  }

  private static String progress(Setup setup, Standing standing) {
    int done = standing.done();
    int all = standing.steps().size();
    String bar = "▰".repeat(done) + "▱".repeat(all - done) + "  *" + done + " of " + all + "*";
    if (setup.isCompleted()) {
      return bar + "  :large_green_circle: *Complete*";
    }
    return setup.isOpen() ? bar : bar + "  *Cancelled*";
  }

  private static String subject(Setup setup) {
    List<String> parts = new ArrayList<>();
    setup.account().map(TargetAccount::id).ifPresent(id -> parts.add("AWS account `" + id + "`"));
    setup
        .invitation()
        .ifPresent(i -> parts.add("transfer starts 1 " + Months.inWords(i.startMonth())));
    setup.orderId().ifPresent(order -> parts.add("order " + Text.typed(order)));
    setup
        .details()
        .filter(d -> d.aliasDoubted())
        .ifPresent(
            d -> parts.add(":warning: the root e-mail address seems to be no corporate alias"));
    return parts.isEmpty() ? "" : "\n" + String.join("  ·  ", parts);
  }

  private String whatNext(View view) {
    Setup setup = view.setup();
    if (setup.isCompleted()) {
      return "Everything is done. Thank you!";
    }
    if (!setup.isOpen()) {
      return setup
          .ending()
          .flatMap(e -> e.reason())
          .map(reason -> "Cancelled: " + Text.typed(reason))
          .orElse("Cancelled.");
    }
    List<String> parts = new ArrayList<>();
    parts.add(view.standing().turn().map(turn -> turn(turn, setup)).orElseGet(() -> atWork(view)));
    view.standing().deadline().ifPresent(d -> parts.add("*Approve by* " + Text.date(d)));
    view.nextReminder().ifPresent(at -> parts.add("next reminder " + Text.date(at)));
    parts.add("started by " + Text.mention(setup.startedBy()));
    return String.join("  ·  ", parts);
  }

  private String turn(Turn turn, Setup setup) {
    return turn.actor() == Actor.ENGINEER
        ? ":point_right: *" + partner + "'s turn* (" + Text.mention(setup.startedBy()) + ")"
        : ":point_right: *The customer's turn*"
            + setup.customerContact().map(c -> " (" + Text.mention(c) + ")").orElse("");
  }

  private static String atWork(View view) {
    return view.standing()
        .current()
        .filter(step -> step.state() instanceof Step.State.Retrying)
        .map(step -> ":hourglass_flowing_sand: Waiting for AWS")
        .orElse(":hourglass_flowing_sand: Working on it");
  }
}
