package awssetup.ports;

import java.time.Instant;

/**
 * Our rate limit at Slack is used up by other calls for now. This call was not made and can be made
 * later.
 */
public final class SlackBusy extends RuntimeException {
  private final transient Instant at;

  /**
   * @param at when to try again
   */
  public SlackBusy(Instant at) {
    super("Slack has enough to do until " + at, null, false, false);
    this.at = at;
  }

  public Instant at() {
    return at;
  }
}
