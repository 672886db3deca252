package awssetup.slack;

import awssetup.setup.Actor;
import awssetup.setup.AuditEvent;
import awssetup.setup.Message;
import awssetup.setup.Outbox;
import awssetup.setup.Setup;
import awssetup.setup.Standing;
import awssetup.setup.Step;
import awssetup.setup.Turn;
import com.slack.api.model.block.LayoutBlock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What engineers read on request: a line per setup, and the audit trail of one. Dates show in each
 * reader's own time.
 */
final class Overview {
  /** Slack takes about 12,000 characters of text in all blocks of a message. */
  private static final int LINES_MOST = 20;

  private static final int EVENTS_MOST = 60;
  private static final int EVENTS_PER_BLOCK = 12;

  private final Workspace workspace;
  private final Outbox outbox;
  private final InstantSource clock;
  private final String partner;

  Overview(Workspace workspace, Outbox outbox, InstantSource clock, String partner) {
    this.workspace = workspace;
    this.outbox = outbox;
    this.clock = clock;
    this.partner = Text.escape(partner);
  }

  List<LayoutBlock> status(String title, List<Setup> setups, String ifNone) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*" + title + "*"));
    if (setups.isEmpty()) {
      blocks.add(Kit.section(ifNone));
    }
    setups.stream().limit(LINES_MOST).map(s -> Kit.section(line(s))).forEach(blocks::add);
    if (setups.size() > LINES_MOST) {
      blocks.add(Kit.context("… and " + (setups.size() - LINES_MOST) + " more."));
    }
    return blocks;
  }

  /** Customer, option, step, whose turn since when, deadline, link to the card. */
  String line(Setup setup) {
    Instant now = clock.instant();
    Standing standing = Standing.of(setup, now);
    List<String> parts = new ArrayList<>();
    parts.add("*" + Text.typed(setup.customerName()) + "*");
    parts.add(SetupCard.option(setup.option()));
    parts.add(
        standing.done()
            + " of "
            + standing.steps().size()
            + standing.current().map(step -> ", at _" + StepWords.name(step) + "_").orElse(""));
    parts.add(ending(setup).orElseGet(() -> waiting(setup, standing)));
    standing.deadline().ifPresent(d -> parts.add("approve by " + Text.date(d)));
    link(setup).ifPresent(parts::add);
    return String.join("  ·  ", parts);
  }

  private static Optional<String> ending(Setup setup) {
    return setup
        .ending()
        .map(
            e ->
                (setup.isCompleted() ? ":white_check_mark: completed " : "cancelled ")
                    + Text.date(e.at()));
  }

  private String waiting(Setup setup, Standing standing) {
    Optional<Turn> turn = standing.turn();
    if (turn.isPresent()) {
      String who = turn.get().actor() == Actor.ENGINEER ? partner : "the customer";
      return who
          + "'s turn ("
          + Text.mention(setup.personFor(turn.get().actor()))
          + ") since "
          + Text.date(turn.get().since());
    }
    return standing
        .current()
        .map(Step::since)
        .map(since -> "waiting for AWS since " + Text.date(since))
        .orElse("about to complete");
  }

  private Optional<String> link(Setup setup) {
    return outbox
        .card(setup.id())
        .flatMap(Message::ts)
        .flatMap(ts -> workspace.link(setup.channel(), ts))
        .map(url -> Text.link(url, "open the card"));
  }

  List<LayoutBlock> history(Setup setup, List<AuditEvent> events) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Kit.section(
            "*History of "
                + Text.typed(setup.customerName())
                + "* ("
                + SetupCard.option(setup.option())
                + ")"));
    List<String> lines = events.stream().map(Overview::line).toList();
    int from = Math.max(0, lines.size() - EVENTS_MOST);
    if (from > 0) {
      blocks.add(Kit.context("The newest " + EVENTS_MOST + " of " + lines.size() + " entries:"));
    }
    for (int i = from; i < lines.size(); i += EVENTS_PER_BLOCK) {
      blocks.add(
          Kit.section(
              lines.subList(i, Math.min(lines.size(), i + EVENTS_PER_BLOCK)).stream()
                  .collect(Collectors.joining("\n"))));
    }
    return blocks;
  }

  private static String line(AuditEvent event) {
    return Text.date(event.at())
        + "  "
        + words(event.kind())
        + event.detail().map(d -> " `" + Text.typed(d) + "`").orElse("")
        + event.by().map(by -> ", by " + Text.mention(by)).orElse("");
  }

  private static String words(AuditEvent.Kind kind) {
    return switch (kind) {
      case STARTED -> "setup started";
      case OPTION_SWITCHED -> "switched to";
      case DETAILS_SUBMITTED -> "details entered";
      case DETAILS_CORRECTED -> "details corrected";
      case ACCOUNT_REPORTED -> "account reported";
      case PREPARATION_TICKED -> "preparation ticked";
      case REVIEWED -> "account reviewed, invitation ordered";
      case REVIEW_VOID -> "review void, the account changed to";
      case INVITATION_SENT -> "invitation sent";
      case INVITATION_FOUND -> "existing transfer found and used";
      case INVITATION_REFUSED -> "AWS refused the invitation";
      case INVITATION_STATUS -> "AWS reports";
      case INVITATION_CANCELLING -> "invitation to be cancelled at AWS";
      case START_MONTH_MOVED -> "start month moved";
      case RETRY_ASKED -> "asked to try again";
      case ROLE_DEPLOYED -> "role seen";
      case ROLE_LOST -> "role not visible any more";
      case ROLE_UNSAFE -> "role answers without the external ID";
      case CHECK_ASKED -> "asked to check now";
      case REMINDED -> "reminded of";
      case ESCALATED -> "reminders unanswered, escalated";
      case SNOOZED -> "reminders paused for";
      case CHANNEL_MOVED -> "channel changed";
      case CANCELLED -> "cancelled";
      case COMPLETED -> "completed";
      case FORGOTTEN -> "people and contact details erased";
    };
  }
}
