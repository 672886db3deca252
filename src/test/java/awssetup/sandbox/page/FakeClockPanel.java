package awssetup.sandbox.page;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;

/** A clock that shows Monday, 4 January 2027, 10:00 in Berlin until a test moves it on. */
final class FakeClockPanel implements ClockPanel {
  private Instant now = Instant.parse("2027-01-04T09:00:00Z");

  @Override
  public JsonObject snapshot() {
    return JsonParser.parseString(
            """
            {"now": %d, "lagSeconds": 0, "next": [
              {"at": %d, "what": "Ask AWS about Acme Robotics", "setup": "7Q2K"},
              {"at": %d, "what": "Remind Carla Customer: approve the invitation", "setup": "7Q2K"}]}
            """
                .formatted(epoch(), epoch() + 60, epoch() + 86_400))
        .getAsJsonObject();
  }

  long epoch() {
    return now.getEpochSecond();
  }

  @Override
  public void advance(Duration step) {
    now = now.plus(step);
  }

  @Override
  public void travelTo(Instant moment) {
    now = moment.isAfter(now) ? moment : now;
  }
}
