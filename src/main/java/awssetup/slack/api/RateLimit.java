package awssetup.slack.api;

import awssetup.setup.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Slack grants for one method or one channel: so many a minute, and a few at once after a
 * rest. A part of these is kept for what people wait for. Whoever finds nothing left gets a place
 * in the queue, each a moment later than the one before, so that they do not all come back
 * together.
 *
 * <p>Only places are kept here, and losing them loses nothing but the order: what has to be said is
 * in the database, and its follow-up comes back by itself.
 */
final class RateLimit {
  /** Whoever does not come for it in time has lost interest, or is too busy to be waited for. */
  private static final Duration PLACES_KEPT = Duration.ofMinutes(5);

  /** How much slower it gets, at most, when Slack says that it is too much all the same. */
  private static final double SLOWEST = 8;

  private record Place(Instant at, Priority priority) {}

  private final Duration distance;
  private final int atOnce;
  private final int keptForUrgent;
  private final Map<Object, Place> places = new LinkedHashMap<>();
  private double slowness = 1;
  private Instant spentUntil = Instant.MIN;
  private Instant lastPlace = Instant.MIN;
  private Instant lastRetry = Instant.MIN;

  /**
   * @param aMinute as often as this in the long run
   * @param atOnce so many more after a rest
   * @param keptForPeople how many of these are left to what people wait for
   */
  RateLimit(int aMinute, int atOnce, int keptForUrgent) {
    this.distance = Duration.ofMinutes(1).dividedBy(aMinute);
    this.atOnce = atOnce;
    this.keptForUrgent = keptForUrgent;
  }

  /** How much haste it has, since it first asked for a place. */
  Priority priorityOf(Object who, Priority priority) {
    Place mine = places.get(who);
    return mine == null || priority == Priority.URGENT ? priority : mine.priority();
  }

  /** Empty if it may be spent now; otherwise the moment that is held for this one. */
  Optional<Instant> placeFor(Object who, Priority priority, Instant now) {
    forgetLost(now);
    Place mine = places.get(who);
    boolean waitedFor = priorityOf(who, priority) == Priority.URGENT;
    Instant free = free(waitedFor ? 0 : keptForUrgent);
    Instant at = free;
    if (!waitedFor && mine != null) {
      at = later(free, mine.at());
    } else if (!waitedFor && !places.isEmpty()) {
      at = later(free, lastPlace.plus(distance()));
    }
    if (!at.isAfter(now)) {
      return Optional.empty();
    }
    if (mine != null && at.isAfter(mine.at())) {
      // It came in time and found that others had been quicker: not all of them at one moment.
      at = later(at, lastRetry.plus(distance()));
      lastRetry = at;
    }
    places.put(who, new Place(at, waitedFor ? Priority.URGENT : Priority.NORMAL));
    if (!waitedFor) {
      lastPlace = later(lastPlace, at);
    }
    return Optional.of(at);
  }

  /** It has been spent, allowed or not. */
  void spend(Object who, Instant now) {
    places.remove(who);
    spend(now);
  }

  void spend(Instant now) {
    spentUntil = later(spentUntil, now).plus(distance());
    slowness = Math.max(1, slowness * 0.98);
  }

  /** Slack wants to be left alone, maybe because others spend from the same budget. */
  void rest(Instant until) {
    slowness = Math.min(SLOWEST, slowness * 2);
    spentUntil = later(spentUntil, until.plus(distance().multipliedBy(atOnce - 1L)));
  }

  Set<Object> waiting() {
    return places.keySet();
  }

  /** When the last one in the queue has its turn. */
  Instant lastSlot() {
    return places.isEmpty() ? Instant.MIN : lastPlace;
  }

  /** Whether nothing is left of it to remember. */
  boolean isRested(Instant now) {
    return places.isEmpty() && slowness == 1 && !spentUntil.isAfter(now);
  }

  /** When one more may be spent, and so many are left after it. */
  private Instant free(int left) {
    return spentUntil.equals(Instant.MIN)
        ? Instant.MIN
        : spentUntil.minus(distance().multipliedBy(atOnce - 1L - left));
  }

  private Duration distance() {
    return Duration.ofMillis(Math.round(distance.toMillis() * slowness));
  }

  private void forgetLost(Instant now) {
    Instant lost = now.minus(PLACES_KEPT);
    Iterator<Place> oldestFirst = places.values().iterator();
    while (oldestFirst.hasNext() && oldestFirst.next().at().isBefore(lost)) {
      oldestFirst.remove();
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
