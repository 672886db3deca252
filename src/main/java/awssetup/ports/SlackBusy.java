package awssetup.ports;

import java.time.Instant;

/**
 * All that Slack allows us to ask for now is taken by others. Nothing was asked; there is a place
 * for it later.
 */
public final class SlackBusy extends RuntimeException {
  private final transient Instant at;

  /**
   * @param at when to come back
   */
  public SlackBusy(Instant at) {
    super("Slack has enough to do until " + at, null, false, false);
    this.at = at;
  }

  public Instant at() {
    return at;
  }
}
