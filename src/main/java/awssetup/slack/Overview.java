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
  private final Words words;

  Overview(Workspace workspace, Outbox outbox, InstantSource clock, Words words) {
    this.workspace = workspace;
    this.outbox = outbox;
    this.clock = clock;
    this.words = words;
  }

  List<LayoutBlock> status(String title, List<Setup> setups, String ifNone) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Kit.section("*" + title + "*"));
    if (setups.isEmpty()) {
      blocks.add(Kit.section(ifNone));
    }
    setups.stream().limit(LINES_MOST).map(s -> Kit.section(line(s))).forEach(blocks::add);
    if (setups.size() > LINES_MOST) {
      blocks.add(Kit.context(words.say("overview.more", "count", setups.size() - LINES_MOST)));
    }
    return blocks;
  }

  /** Customer, option, step, whose turn since when, deadline, link to the card. */
  String line(Setup setup) {
    Instant now = clock.instant();
    Standing standing = Standing.of(setup, now);
    List<String> parts = new ArrayList<>();
    parts.add("*" + Text.typed(setup.customerName()) + "*");
    parts.add(SetupCard.option(words, setup.option()));
    parts.add(progress(standing));
    parts.add(ending(setup).orElseGet(() -> waiting(setup, standing)));
    standing
        .deadline()
        .ifPresent(d -> parts.add(words.say("overview.approve_by", "date", words.date(d))));
    link(setup).ifPresent(parts::add);
    return String.join("  ·  ", parts);
  }

  private String progress(Standing standing) {
    int done = standing.done();
    int all = standing.steps().size();
    return standing
        .current()
        .map(
            step ->
                words.say(
                    "overview.done_at",
                    "done",
                    done,
                    "all",
                    all,
                    "step",
                    StepWords.name(words, step)))
        .orElseGet(() -> words.say("overview.done", "done", done, "all", all));
  }

  private Optional<String> ending(Setup setup) {
    return setup
        .ending()
        .map(e -> words.date(e.at()))
        .map(
            date ->
                setup.isCompleted()
                    ? words.say("overview.completed", "date", date)
                    : words.say("overview.cancelled", "date", date));
  }

  private String waiting(Setup setup, Standing standing) {
    return standing
        .turn()
        .map(turn -> turn(setup, turn))
        .or(
            () ->
                standing
                    .current()
                    .map(Step::since)
                    .map(since -> words.say("overview.waiting_for_aws", "date", words.date(since))))
        .orElseGet(() -> words.say("overview.completing"));
  }

  private String turn(Setup setup, Turn turn) {
    String person = Text.mention(setup.personFor(turn.actor()));
    String since = words.date(turn.since());
    return turn.actor() == Actor.ENGINEER
        ? words.say("overview.engineers_turn", "person", person, "date", since)
        : words.say("overview.customers_turn", "person", person, "date", since);
  }

  private Optional<String> link(Setup setup) {
    return outbox
        .card(setup.id())
        .flatMap(Message::ts)
        .flatMap(ts -> workspace.link(setup.channel(), ts))
        .map(url -> Text.link(url, words.say("overview.open_card")));
  }

  List<LayoutBlock> history(Setup setup, List<AuditEvent> events) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Kit.section(
            words.say(
                "history.title",
                "name",
                Text.typed(setup.customerName()),
                "option",
                SetupCard.option(words, setup.option()))));
    List<String> lines = events.stream().map(this::line).toList();
    int from = Math.max(0, lines.size() - EVENTS_MOST);
    if (from > 0) {
      blocks.add(
          Kit.context(words.say("history.newest", "count", EVENTS_MOST, "all", lines.size())));
    }
    for (int i = from; i < lines.size(); i += EVENTS_PER_BLOCK) {
      blocks.add(
          Kit.section(
              lines.subList(i, Math.min(lines.size(), i + EVENTS_PER_BLOCK)).stream()
                  .collect(Collectors.joining("\n"))));
    }
    return blocks;
  }

  private String line(AuditEvent event) {
    String what =
        words.say(Words.key("history.event", event.kind()))
            + event.detail().map(d -> " `" + Text.typed(d) + "`").orElse("");
    return words.date(event.at())
        + "  "
        + event
            .by()
            .map(by -> words.say("history.by", "event", what, "person", Text.mention(by)))
            .orElse(what);
  }
}
