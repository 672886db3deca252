package awssetup.slack.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps answers for a while, and drops the least recently used ones first; failures are not kept.
 */
final class Cache<K, V> {
  private record Entry<V>(V value, Instant at) {}

  private final Duration fresh;
  private final InstantSource clock;
  private final Function<K, V> load;
  private final Map<K, Entry<V>> entries;

  Cache(Duration fresh, int most, InstantSource clock, Function<K, V> load) {
    this.fresh = fresh;
    this.clock = clock;
    this.load = load;
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Entry<V>> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * The kept answer while it is fresh, else a new one; an exception of the loader goes to the
   * caller.
   */
  V get(K key) {
    Entry<V> kept = entry(key);
    Instant now = clock.instant();
    if (kept != null && now.isBefore(kept.at().plus(fresh))) {
      return kept.value();
    }
    V loaded = load.apply(key);
    synchronized (entries) {
      entries.put(key, new Entry<>(loaded, now));
    }
    return loaded;
  }

  /** The answer that was kept last, however old it is. */
  Optional<V> stale(K key) {
    return Optional.ofNullable(entry(key)).map(Entry::value);
  }

  /** The answer that was kept last, if it is not older than this. */
  Optional<V> kept(K key, Duration atMost) {
    return Optional.ofNullable(entry(key))
        .filter(kept -> clock.instant().isBefore(kept.at().plus(atMost)))
        .map(Entry::value);
  }

  /** Keeps an answer that did not come from the loader. */
  V keep(K key, V value) {
    synchronized (entries) {
      entries.put(key, new Entry<>(value, clock.instant()));
    }
    return value;
  }

  void forget(K key) {
    synchronized (entries) {
      entries.remove(key);
    }
  }

  private Entry<V> entry(K key) {
    synchronized (entries) {
      return entries.get(key);
    }
  }
}
