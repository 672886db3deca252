package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What probes saw of the customer's Essentials Bootstrap Role.
 *
 * @param deployedAt since when it answers; empty while it does not
 * @param missedAt when a deployed role did not answer; it counts as lost only after a second miss
 * @param lostAt when a role that had been deployed was found gone; empty after it answers again
 * @param unsafeAt since when it answers without the external ID as well
 * @param probedAt when AWS last answered a probe, with yes or no; empty while the probe after
 *     <i>Check now</i> is still to come
 * @param checkAskedAt when <i>Check now</i> was last pressed
 */
public record Role(
    Optional<Instant> deployedAt,
    Optional<Instant> missedAt,
    Optional<Instant> lostAt,
    Optional<Instant> unsafeAt,
    Optional<Instant> probedAt,
    Optional<Instant> checkAskedAt) {

  /** Nothing seen yet. */
  public static final Role UNSEEN =
      new Role(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * How soon to look after <i>Check now</i>. New roles become visible with a delay:
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
   */
  private static final List<Duration> AFTER_CHECK_NOW =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10));

  /** A second press within this time is a double click, or a retry after a lost answer. */
  private static final Duration CHECK_IS_UNDER_WAY = Duration.ofMinutes(1);

  private static final Duration CHECK_STAYS_FRESH = Duration.ofMinutes(15);
  private static final Duration SECOND_LOOK = Duration.ofSeconds(10);
  private static final Duration SELDOM = Duration.ofMinutes(30);

  /** Deployed, and safe: it answers only with the external ID. */
  public boolean isGood() {
    return deployedAt.isPresent() && unsafeAt.isEmpty();
  }

  boolean hasBeenProbedSince(Instant moment) {
    return probedAt.filter(at -> !at.isBefore(moment)).isPresent();
  }

  /** <i>Check now</i> has just been pressed. */
  boolean isCheckUnderWay(Instant now) {
    return checkAskedAt.filter(asked -> now.isBefore(asked.plus(CHECK_IS_UNDER_WAY))).isPresent();
  }

  /** <i>Check now</i> was pressed lately, so an answer is due even if nothing has changed. */
  boolean isCheckFresh(Instant now) {
    return checkAskedAt.filter(asked -> now.isBefore(asked.plus(CHECK_STAYS_FRESH))).isPresent();
  }

  /**
   * When to probe next: at once at first, after <i>Check now</i> in growing steps, and otherwise
   * less often the longer we wait, between {@code interval} and half an hour.
   *
   * @param waitingSince since when this role has been waited for in its present state
   */
  Instant nextProbe(Instant waitingSince, Duration interval) {
    if (probedAt.isEmpty()) {
      return checkAskedAt.orElse(waitingSince);
    }
    Instant last = probedAt.get();
    Instant regular =
        last.plus(clamp(Duration.between(waitingSince, last).dividedBy(10), interval));
    Instant soonest =
        missedAt.map(missed -> earlier(regular, missed.plus(SECOND_LOOK))).orElse(regular);
    return checkAskedAt
        .flatMap(
            asked -> AFTER_CHECK_NOW.stream().map(asked::plus).filter(last::isBefore).findFirst())
        .map(check -> earlier(check, soonest))
        .orElse(soonest);
  }

  private static Duration clamp(Duration wanted, Duration least) {
    if (wanted.compareTo(least) < 0) {
      return least;
    }
    Duration most = SELDOM.compareTo(least) > 0 ? SELDOM : least;
    return wanted.compareTo(most) > 0 ? most : wanted;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  Role checkAsked(Instant now) {
    return new Role(deployedAt, missedAt, lostAt, unsafeAt, Optional.empty(), Optional.of(now));
  }

  Role answered(Instant now, boolean alsoWithoutExternalId) {
    return new Role(
        deployedAt.or(() -> Optional.of(now)),
        Optional.empty(),
        Optional.empty(),
        alsoWithoutExternalId ? unsafeAt.or(() -> Optional.of(now)) : Optional.empty(),
        Optional.of(now),
        checkAskedAt);
  }

  Role silent(Instant now) {
    if (deployedAt.isPresent() && missedAt.isEmpty()) {
      return new Role(
          deployedAt, Optional.of(now), lostAt, unsafeAt, Optional.of(now), checkAskedAt);
    }
    boolean lost = deployedAt.isPresent();
    return new Role(
        Optional.empty(),
        Optional.empty(),
        lost ? Optional.of(now) : lostAt,
        Optional.empty(),
        Optional.of(now),
        checkAskedAt);
  }
}
