package awssetup.sandbox.page;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** What the page needs of time: what it is, what comes next, and to let it pass. */
public interface ClockPanel {
  /** The time now, what the bot will do next and when, and how far it is behind. */
  JsonObject snapshot();

  void advance(Duration step);

  /** Never backwards: a moment that has passed is now. */
  void travelTo(Instant moment);
}
