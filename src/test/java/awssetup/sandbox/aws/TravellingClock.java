package awssetup.sandbox.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it on. */
final class TravellingClock implements InstantSource {
  private volatile Instant now;

  TravellingClock(String start) {
    now = Instant.parse(start);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void travel(Duration length) {
    now = now.plus(length);
  }

  void travelTo(String moment) {
    now = Instant.parse(moment);
  }
}
