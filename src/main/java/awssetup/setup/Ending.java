package awssetup.setup;

import java.time.Instant;
import java.util.Optional;

/**
 * How a setup ended. A cancelled one names who cancelled it and why; a completed one ended by
 * itself.
 *
 * @param reason typed by a person, so untrusted wherever it is shown
 */
public record Ending(Outcome outcome, Instant at, Optional<UserId> by, Optional<String> reason) {
  /** The two ways to end. */
  public enum Outcome {
    COMPLETED,
    CANCELLED
  }
}
