package awssetup.sandbox.page;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** What the page needs of time: the time now, what comes next, and moving on. */
public interface ClockPanel {
  /** The time now, what the app will do next and when, and how far it is behind. */
  JsonObject snapshot();

  /** Moves the clock on by this step. */
  void advance(Duration step);

  /** Moves on to this time. A time that has passed changes nothing. */
  void travelTo(Instant moment);
}
