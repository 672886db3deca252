package awssetup.app;

import awssetup.sandbox.PlannedWork;
import awssetup.setup.Actor;
import awssetup.setup.Upcoming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The loop's plans as lines of the sandbox's clock panel. They list only what the loop itself finds
 * due, so that a jump of the clock to any line shows what the line says.
 */
final class ClockPanelLines {
  /** A look that comes earlier than everything planned by more than this has another cause. */
  private static final Duration EARLIER = Duration.ofSeconds(1);

  private ClockPanelLines() {}

  static List<PlannedWork> inWords(List<Agenda> agendas, Instant now) {
    return agendas.stream()
        .flatMap(agenda -> lines(agenda, now).stream())
        .sorted(Comparator.comparing(PlannedWork::at))
        .toList();
  }

  private static List<PlannedWork> lines(Agenda agenda, Instant now) {
    List<PlannedWork> lines = new ArrayList<>();
    Instant look = agenda.nextLook();
    boolean due = !look.isAfter(now);
    if (due
        || agenda.upcoming().stream().allMatch(next -> look.isBefore(next.at().minus(EARLIER)))) {
      lines.add(line(agenda, "look", "Looks at the setup again", look));
    }
    for (Upcoming next : agenda.upcoming()) {
      lines.add(line(agenda, kind(next), words(next), next.at()));
    }
    return lines;
  }

  private static PlannedWork line(Agenda agenda, String kind, String words, Instant at) {
    return new PlannedWork(
        agenda.setup().id().value(), agenda.setup().customerName(), kind, words, at);
  }

  private static String kind(Upcoming next) {
    return next.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String words(Upcoming next) {
    return switch (next.kind()) {
      case REMINDER ->
          next.actor().filter(Actor.ENGINEER::equals).isPresent()
              ? "Reminds the engineer"
              : "Reminds the customer";
      case PROBE -> "Looks for the role";
      case DEADLINE -> "Says that the deadline has passed";
      case RETRY -> "Asks AWS for the invitation again";
    };
  }
}
