package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the engineers are told each working morning.
 *
 * @param from since when: the digest before, or the working morning before
 * @param open how many setups are open
 * @param started new since then
 * @param completed finished since then
 * @param stuck open, and waiting for the same for days; longest first
 * @param expiring with an invitation that expires within days; soonest first
 * @param median from start to finish, of those that finished this month; empty if none did
 */
public record Digest(
    LocalDate day,
    Instant from,
    Instant until,
    int open,
    Some started,
    Some completed,
    Some stuck,
    Some expiring,
    Optional<Duration> median) {

  /** A setup that waits for the same for longer is stuck. */
  public static final Duration STUCK_AFTER = Duration.ofDays(3);

  /** As many setups as fit into a message, and how many there are in all. */
  public record Some(List<Setup> setups, int total) {}

  /** The middle one; the mean of the two in the middle if their number is even. */
  public static Optional<Duration> median(List<Duration> durations) {
    if (durations.isEmpty()) {
      return Optional.empty();
    }
    List<Duration> sorted = durations.stream().sorted().toList();
    Duration lower = sorted.get((sorted.size() - 1) / 2);
    Duration upper = sorted.get(sorted.size() / 2);
    return Optional.of(lower.plus(upper).dividedBy(2));
  }
}
