package awssetup.setup;

import java.time.Instant;
import java.util.Optional;

/**
 * How a setup ended. A cancelled one says who cancelled it and why; a completed one ended by
 * itself.
 *
 * @param reason typed by a person, so untrusted wherever it is shown
 */
public record Ending(Outcome outcome, Instant at, Optional<UserId> by, Optional<String> reason) {
  /** What remains once its people are forgotten: people are named in reasons. */
  Ending erased() {
    return new Ending(outcome, at, Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return "Ending[" + outcome + " at " + at + "]";
  }

  /** The two ways to end. */
  public enum Outcome {
    COMPLETED,
    CANCELLED
  }
}
