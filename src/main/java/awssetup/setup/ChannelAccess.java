package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether what is said in a setup's channel reaches the customer, as it was when somebody last
 * looked. While a barrier is there nobody is reminded, and the channel is looked at again and
 * again, for Slack's news of its end may be lost.
 *
 * @param doubtedAt something says that this may have changed; empty once it has been looked at
 */
public record ChannelAccess(
    Optional<ChannelProblem> problem, Optional<Instant> doubtedAt, Optional<Instant> lookedAt) {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** Nobody had a reason to look yet. */
  public static final ChannelAccess OPEN =
      new ChannelAccess(Optional.empty(), Optional.empty(), Optional.empty());

  /** Nothing can be posted in the channel or edited there. */
  public boolean isClosed() {
    return problem.filter(b -> b != ChannelProblem.CUSTOMER_GONE).isPresent();
  }

  /** Whether somebody has looked within the hour. */
  public boolean isFresh(Instant now) {
    return lookedAt.filter(at -> now.isBefore(at.plus(HOUR))).isPresent();
  }

  /** Hourly; of a setup that has ended, only the last words wait, and a day matters little. */
  Optional<Instant> nextLook(boolean open) {
    boolean waits = open ? problem.isPresent() : isClosed();
    return doubtedAt.or(() -> lookedAt.filter(at -> waits).map(at -> at.plus(open ? HOUR : DAY)));
  }

  ChannelAccess doubted(Instant at) {
    return new ChannelAccess(problem, Optional.of(at), lookedAt);
  }

  /** A doubt that came up after the look began is not answered by it. */
  ChannelAccess seen(Optional<ChannelProblem> there, Instant at) {
    return new ChannelAccess(there, doubtedAt.filter(at::isBefore), Optional.of(at));
  }
}
