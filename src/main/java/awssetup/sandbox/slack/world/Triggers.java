package awssetup.sandbox.slack.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Trigger IDs: each click or command gives one, and each opens one modal within three seconds.
 * Those seconds count by the wall clock, since they measure how fast the app is.
 * docs.slack.dev/interactivity/handling-user-interaction
 */
public final class Triggers {
  private static final Duration LIFE = Duration.ofSeconds(3);
  private static final int MOST = 1_000;

  private record Trigger(String userId, Instant expires, boolean used) {}

  private final InstantSource wall;
  private final SlackIds ids;
  private final Map<String, Trigger> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Trigger> eldest) {
          return size() > MOST;
        }
      };

  Triggers(InstantSource wall, SlackIds ids) {
    this.wall = wall;
    this.ids = ids;
  }

  /** A new trigger ID for what the person just did. */
  public synchronized String issue(Member person) {
    String id =
        "%d.%s.%s".formatted(wall.millis(), person.teamId().substring(1), ids.next("trigger"));
    known.put(id, new Trigger(person.id(), wall.instant().plus(LIFE), false));
    return id;
  }

  /**
   * Uses up a trigger.
   *
   * @return the user ID of the person whose click or command it came with
   * @throws ApiError if it is unknown, used or expired
   */
  public synchronized String exchange(String id) {
    Trigger trigger = known.get(id);
    if (trigger == null) {
      throw ApiError.of("invalid_trigger_id");
    }
    if (trigger.used()) {
      throw ApiError.of("exchanged_trigger_id");
    }
    if (wall.instant().isAfter(trigger.expires())) {
      throw ApiError.of("expired_trigger_id");
    }
    known.put(id, new Trigger(trigger.userId(), trigger.expires(), true));
    return trigger.userId();
  }
}
