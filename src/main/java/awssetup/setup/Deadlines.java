package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * By when a billing transfer invitation must be accepted, and which start months can still be
 * offered. All in UTC.
 */
public final class Deadlines {
  /**
   * AWS requires acceptance at least this long before the transfer starts.
   * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/orgs_transfer_billing-respond-invitation.html
   */
  private static final Duration ACCEPT_BEFORE_START = Duration.ofHours(24);

  private static final int MONTHS_OFFERED = 3;

  private Deadlines() {}

  /** The earlier of the handshake's expiry and 24 hours before the start of the transfer. */
  public static Instant of(Instant startsAt, Optional<Instant> expiresAt) {
    Instant beforeStart = startsAt.minus(ACCEPT_BEFORE_START);
    return expiresAt.filter(beforeStart::isAfter).orElse(beforeStart);
  }

  /** The last moment to accept a transfer that starts in this month. */
  public static Instant of(YearMonth startMonth) {
    return of(startMonth.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(), Optional.empty());
  }

  /**
   * The start months to choose from, the recommended one first: next month, unless fewer than
   * {@code minDays} days remain to accept it. Next month stays on offer, last, for as long as it
   * can be accepted at all.
   */
  public static List<YearMonth> startMonths(Instant now, int minDays) {
    YearMonth next = YearMonth.from(now.atOffset(ZoneOffset.UTC)).plusMonths(1);
    Duration left = Duration.between(now, of(next));
    if (left.compareTo(Duration.ofDays(minDays)) >= 0 && !left.isNegative() && !left.isZero()) {
      return IntStream.range(0, MONTHS_OFFERED).mapToObj(next::plusMonths).toList();
    }
    List<YearMonth> later = IntStream.range(1, MONTHS_OFFERED).mapToObj(next::plusMonths).toList();
    return left.isNegative() || left.isZero()
        ? later
        : Stream.concat(later.stream(), Stream.of(next)).toList();
  }
}
