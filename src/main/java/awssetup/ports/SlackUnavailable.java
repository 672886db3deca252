package awssetup.ports;

import java.time.Duration;
import java.util.Optional;

/** Slack could not be asked, asked us to slow down, or its answer was lost: try again later. */
public final class SlackUnavailable extends RuntimeException {
  private final Optional<Duration> retryAfter;

  /**
   * @param retryAfter how long Slack asks us to wait, if it says so
   */
  public SlackUnavailable(String what, Optional<Duration> retryAfter, Throwable cause) {
    super(what, cause);
    this.retryAfter = retryAfter;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
