package awssetup.setup;

import java.util.Locale;

/** What keeps the app's messages in a setup's channel from the customer. */
public enum ChannelProblem {
  ARCHIVED,
  /** The app was removed from the channel. */
  LEFT,
  /** Slack knows no such channel, or no longer shows it to us. */
  GONE,
  /** Only the partner's own people are there: it was unshared, or the customers left. */
  CUSTOMER_GONE;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
