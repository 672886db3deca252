package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether messages in a setup's channel reach the customer, as of the last check. While there is a
 * problem, no reminders are sent and the channel is checked again and again, because Slack's event
 * about the end of the problem may be lost.
 *
 * @param doubtedAt when a sign came that this may have changed; empty once it has been checked
 * @param lookedAt when the channel was last checked
 */
public record ChannelAccess(
    Optional<ChannelProblem> problem, Optional<Instant> doubtedAt, Optional<Instant> lookedAt) {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** No reason to check the channel yet. */
  public static final ChannelAccess OPEN =
      new ChannelAccess(Optional.empty(), Optional.empty(), Optional.empty());

  /** Messages can be neither posted nor edited in the channel. */
  public boolean isClosed() {
    return problem.filter(p -> p != ChannelProblem.CUSTOMER_GONE).isPresent();
  }

  /** Whether it was checked within the last hour. */
  public boolean isFresh(Instant now) {
    return lookedAt.filter(at -> now.isBefore(at.plus(HOUR))).isPresent();
  }

  /** Hourly while open; daily after the end, when only the last messages may be waiting. */
  Optional<Instant> nextLook(boolean open) {
    boolean waits = open ? problem.isPresent() : isClosed();
    return doubtedAt.or(() -> lookedAt.filter(at -> waits).map(at -> at.plus(open ? HOUR : DAY)));
  }

  ChannelAccess doubted(Instant at) {
    return new ChannelAccess(problem, Optional.of(at), lookedAt);
  }

  /** A check does not settle a doubt that came up after the check began. */
  ChannelAccess seen(Optional<ChannelProblem> there, Instant at) {
    return new ChannelAccess(there, doubtedAt.filter(at::isBefore), Optional.of(at));
  }
}
