package awssetup.sandbox.slack.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Leave to open a modal: given with each click or command, good for one modal within three seconds.
 * The seconds are the wall clock's, since it is the app's speed that they measure.
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

  public synchronized String issue(Member person) {
    String id =
        "%d.%s.%s".formatted(wall.millis(), person.teamId().substring(1), ids.next("trigger"));
    known.put(id, new Trigger(person.id(), wall.instant().plus(LIFE), false));
    return id;
  }

  /** The person who did what the trigger stands for. */
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
