package awssetup.slack.api;

import awssetup.setup.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Slack's rate limit for one method or one channel: so many calls a minute, and a few at once after
 * a rest. Some of these are kept for urgent calls. A caller that finds nothing left gets a slot in
 * the queue, each slot a moment later than the one before, so that they do not all come back
 * together.
 *
 * <p>Only slots are kept here, and losing them loses nothing but the order: what has to be said is
 * in the database, and its follow-up comes back by itself.
 */
final class RateLimit {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A slot that is not used for so long is given up. */
  private static final Duration SLOTS_KEPT = Duration.ofMinutes(5);

  /** How much slower it gets at most when Slack still says that it is too much. */
  private static final double SLOWEST = 8;

  private record Slot(Instant at, Priority priority) {}

  private final Duration distance;
  private final int atOnce;
  private final int keptForUrgent;
  private final int most;
  private final int mostIfNormal;
  private final Deque<Instant> lastMinute = new ArrayDeque<>();
  private final Map<Object, Slot> slots = new LinkedHashMap<>();
  private double slowness = 1;
  private Instant spentUntil = Instant.MIN;
  private Instant lastSlot = Instant.MIN;
  private Instant lastRetry = Instant.MIN;

  /**
   * @param aMinute calls a minute in the long run
   * @param atOnce calls at once after a rest
   * @param keptForUrgent how many of these are kept for urgent calls
   */
  RateLimit(int aMinute, int atOnce, int keptForUrgent) {
    this(aMinute, atOnce, keptForUrgent, 0, 0);
  }

  private RateLimit(int aMinute, int atOnce, int keptForUrgent, int most, int mostIfNormal) {
    this.distance = MINUTE.dividedBy(aMinute);
    this.atOnce = atOnce;
    this.keptForUrgent = keptForUrgent;
    this.most = most;
    this.mostIfNormal = mostIfNormal;
  }

  /**
   * The same limit, except that urgent calls are not spaced: they go at once, up to so many calls
   * of any kind in a minute.
   *
   * @param keptAMinute how many of these are kept for urgent calls
   */
  RateLimit withUrgentAtOnce(int inAnyMinute, int keptAMinute) {
    return new RateLimit(
        (int) MINUTE.dividedBy(distance),
        atOnce,
        keptForUrgent,
        inAnyMinute,
        inAnyMinute - keptAMinute);
  }

  /** Its priority; a caller that was once urgent stays so until its call is made. */
  Priority priorityOf(Object who, Priority priority) {
    Slot mine = slots.get(who);
    return mine == null || priority == Priority.URGENT ? priority : mine.priority();
  }

  /** Empty if the call may be made now; otherwise the moment that is held for this caller. */
  Optional<Instant> slotFor(Object who, Priority priority, Instant now) {
    forgetLost(now);
    Slot mine = slots.get(who);
    boolean urgent = priorityOf(who, priority) == Priority.URGENT;
    Instant free = free(urgent, now);
    Instant at = free;
    if (!urgent && mine != null) {
      at = later(free, mine.at());
    } else if (!urgent && !slots.isEmpty()) {
      at = later(free, lastSlot.plus(distance()));
    }
    if (!at.isAfter(now)) {
      return Optional.empty();
    }
    if (mine != null && at.isAfter(mine.at())) {
      // It came in time, but others were quicker: those who retry are spread out too.
      at = later(at, lastRetry.plus(distance()));
      lastRetry = at;
    }
    slots.put(who, new Slot(at, urgent ? Priority.URGENT : Priority.NORMAL));
    if (!urgent) {
      lastSlot = later(lastSlot, at);
    }
    return Optional.of(at);
  }

  /** A call has been made, allowed or not. */
  void spend(Object who, Instant now) {
    slots.remove(who);
    spend(now);
  }

  void spend(Instant now) {
    spentUntil = later(spentUntil, now).plus(distance());
    if (most > 0) {
      lastMinute.addLast(now);
    }
    slowness = Math.max(1, slowness * 0.98);
  }

  /** Slack has asked for a pause, maybe because others call under the same limit. */
  void rest(Instant until) {
    slowness = Math.min(SLOWEST, slowness * 2);
    spentUntil = later(spentUntil, until.plus(distance().multipliedBy(atOnce - 1L)));
  }

  Set<Object> waiting() {
    return slots.keySet();
  }

  /** When the last caller in the queue may make its call. */
  Instant lastSlot() {
    return slots.isEmpty() ? Instant.MIN : lastSlot;
  }

  /** Whether nothing is left of it to remember. */
  boolean isRested(Instant now) {
    return slots.isEmpty() && slowness == 1 && !spentUntil.isAfter(now);
  }

  /** When one more call may be made. After a 429, urgent calls are spaced like all others. */
  private Instant free(boolean urgent, Instant now) {
    if (most == 0) {
      return spaced(urgent);
    }
    if (urgent && slowness == 1) {
      return fewerThan(most, now);
    }
    return later(spaced(urgent), fewerThan(urgent ? most : mostIfNormal, now));
  }

  private Instant spaced(boolean urgent) {
    int left = urgent ? 0 : keptForUrgent;
    return spentUntil.equals(Instant.MIN)
        ? Instant.MIN
        : spentUntil.minus(distance().multipliedBy(atOnce - 1L - left));
  }

  /** When fewer calls than so many will have been made in the minute before. */
  private Instant fewerThan(int calls, Instant now) {
    while (!lastMinute.isEmpty() && !lastMinute.getFirst().plus(MINUTE).isAfter(now)) {
      lastMinute.removeFirst();
    }
    return lastMinute.stream()
        .skip(Math.max(0, lastMinute.size() - calls))
        .findFirst()
        .filter(oldest -> lastMinute.size() >= calls)
        .map(oldest -> oldest.plus(MINUTE))
        .orElse(Instant.MIN);
  }

  private Duration distance() {
    return Duration.ofMillis(Math.round(distance.toMillis() * slowness));
  }

  private void forgetLost(Instant now) {
    Instant lost = now.minus(SLOTS_KEPT);
    Iterator<Slot> oldestFirst = slots.values().iterator();
    while (oldestFirst.hasNext() && oldestFirst.next().at().isBefore(lost)) {
      oldestFirst.remove();
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
