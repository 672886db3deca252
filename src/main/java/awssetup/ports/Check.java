package awssetup.ports;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * One thing that the app needs from its surroundings, checked without changing anything.
 *
 * @param words what was found; if it is broken, also how to fix it
 */
public record Check(Verdict verdict, String subject, String words) {
  /** If clocks differ by more, deadlines and signatures cannot be trusted. */
  private static final Duration TOLERATED = Duration.ofMinutes(1);

  /** The result. Unknown is what cannot be found out beforehand, or was not asked for. */
  public enum Verdict {
    GOOD,
    BROKEN,
    UNKNOWN
  }

  public static Check good(String subject, String words) {
    return new Check(Verdict.GOOD, subject, words);
  }

  public static Check broken(String subject, String words) {
    return new Check(Verdict.BROKEN, subject, words);
  }

  public static Check unknown(String subject, String words) {
    return new Check(Verdict.UNKNOWN, subject, words);
  }

  public boolean isBroken() {
    return verdict == Verdict.BROKEN;
  }

  /**
   * Compares our clock with the one of a server.
   *
   * @param date the Date header of its answer: https://www.rfc-editor.org/rfc/rfc9110#field.date
   */
  public static Check ofClock(String subject, Optional<String> date, Instant ours) {
    Optional<Instant> theirs = date.flatMap(Check::parse);
    if (theirs.isEmpty()) {
      return unknown(subject, "its answer carries no date to compare with");
    }
    Duration ahead = Duration.between(theirs.get(), ours);
    return ahead.abs().compareTo(TOLERATED) <= 0
        ? good(subject, "agrees with this machine's")
        : broken(
            subject,
            "this machine's clock is %d s %s: have it set by the network (chrony, systemd-timesyncd)"
                .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead"));
  }

  private static Optional<Instant> parse(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
