package awssetup.slack.messages;

import awssetup.setup.AuditEvent;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.StepKey;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.Words;
import com.slack.api.model.block.LayoutBlock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What engineers read on request: a line for each setup, and the audit trail of one. Dates show in
 * each reader's own time.
 */
public final class Overview {
  /** Slack takes about 12,000 characters of text in all blocks of a message. */
  public static final int LINES_MOST = 15;

  private static final int EVENTS_MOST = 60;
  private static final int EVENTS_PER_BLOCK = 12;

  /** Their code or id follows the sentence, for those who look it up at AWS. */
  private static final Set<AuditEvent.Kind> WITH_A_CODE =
      EnumSet.of(
          AuditEvent.Kind.INVITATION_SENT,
          AuditEvent.Kind.INVITATION_FOUND,
          AuditEvent.Kind.INVITATION_REFUSED,
          AuditEvent.Kind.INVITATION_CANCELLING,
          AuditEvent.Kind.START_MONTH_MOVED,
          AuditEvent.Kind.CHANNEL_CLOSED);

  private final InstantSource clock;
  private final Words words;
  private final WaitWords waits;

  public Overview(InstantSource clock, Words words, WaitWords waits) {
    this.clock = clock;
    this.words = words;
    this.waits = waits;
  }

  /**
   * @param total how many there are, some of which may not be among the setups
   */
  public List<LayoutBlock> status(String title, List<Setup> setups, int total, String ifNone) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section("*" + title + "*"));
    if (setups.isEmpty()) {
      blocks.add(Blocks.section(ifNone));
    }
    setups.stream().limit(LINES_MOST).map(s -> Blocks.section(line(s))).forEach(blocks::add);
    if (total > LINES_MOST) {
      blocks.add(Blocks.context(words.say("overview.more", "count", total - LINES_MOST)));
    }
    return blocks;
  }

  /** Where a setup stands, or how it ended, and a link to its card. */
  public String line(Setup setup) {
    if (setup.isOpen()) {
      return waits.lines(setup, clock.instant());
    }
    List<String> parts = new ArrayList<>();
    parts.add("*" + Mrkdwn.typed(setup.customerName()) + "*");
    parts.add(SetupCard.option(words, setup.option()));
    parts.add(ending(setup));
    waits.link(setup).ifPresent(parts::add);
    return String.join("  ·  ", parts);
  }

  private String ending(Setup setup) {
    String date = words.date(setup.ending().orElseThrow().at());
    return setup.isCompleted()
        ? words.say("overview.completed", "date", date)
        : words.say("overview.cancelled", "date", date);
  }

  public List<LayoutBlock> history(Setup setup, List<AuditEvent> events) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Blocks.section(
            words.say(
                "history.title",
                "name",
                Mrkdwn.typed(setup.customerName()),
                "option",
                SetupCard.option(words, setup.option()))));
    if (setup.isOpen()) {
      blocks.add(
          Blocks.section(words.say("history.now", "state", waits.waiting(setup, clock.instant()))));
    }
    List<String> lines = events.stream().map(this::line).toList();
    int from = Math.max(0, lines.size() - EVENTS_MOST);
    if (from > 0) {
      blocks.add(
          Blocks.context(words.say("history.newest", "count", EVENTS_MOST, "all", lines.size())));
    }
    for (int i = from; i < lines.size(); i += EVENTS_PER_BLOCK) {
      blocks.add(
          Blocks.section(
              lines.subList(i, Math.min(lines.size(), i + EVENTS_PER_BLOCK)).stream()
                  .collect(Collectors.joining("\n"))));
    }
    return blocks;
  }

  private String line(AuditEvent event) {
    String detail = event.detail().map(d -> detail(event.kind(), d)).orElse("–");
    String what =
        event
            .by()
            .filter(by -> words.has(Words.key("history.by", event.kind())))
            .map(
                by ->
                    words.say(
                        Words.key("history.by", event.kind()),
                        "person",
                        Mrkdwn.mention(by),
                        "detail",
                        detail))
            .orElseGet(() -> words.say(Words.key("history.event", event.kind()), "detail", detail));
    boolean toLookUp = WITH_A_CODE.contains(event.kind()) && event.detail().isPresent();
    return words.date(event.at()) + "  " + what + (toLookUp ? " " + detail : "");
  }

  /** Stored as ids and codes; some of them have a name that people know. */
  private String detail(AuditEvent.Kind kind, String stored) {
    try {
      return switch (kind) {
        case STARTED, OPTION_SWITCHED -> SetupCard.option(words, Option.of(stored));
        case REMINDED, ESCALATED ->
            words.plain(Words.key("step.name", StepKey.valueOf(stored.toUpperCase(Locale.ROOT))));
        case SNOOZED -> words.span(Duration.parse(stored));
        case PREPARATION_TICKED -> Mrkdwn.typed(stored);
        case CHANNEL_MOVED -> "<#" + Mrkdwn.escape(stored) + ">";
        default -> code(stored);
      };
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return code(stored);
    }
  }

  private static String code(String stored) {
    return "`" + Mrkdwn.typed(stored) + "`";
  }
}
