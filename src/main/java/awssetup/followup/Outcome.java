package awssetup.followup;

import awssetup.setup.Plan;
import awssetup.setup.Rule;
import java.time.Instant;
import java.util.List;

/** What came of carrying out a plan. */
sealed interface Outcome {
  /**
   * It is done.
   *
   * @param facts what it showed, to be recorded in this order
   */
  record Done(List<Rule> facts) implements Outcome {}

  /**
   * A service could not be asked, and this pass does not ask it again.
   *
   * @param facts what was seen before that
   */
  record Unreachable(Plan.Unreachable what, Instant retryAt, List<Rule> facts) implements Outcome {}

  /** A service serves other setups first, and the pass ends. */
  record Busy(Instant until, String why) implements Outcome {}

  /** Nothing was seen that has to be recorded, or it has been recorded already. */
  static Outcome done() {
    return new Done(List.of());
  }
}
