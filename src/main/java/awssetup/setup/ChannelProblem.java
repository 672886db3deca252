package awssetup.setup;

import java.util.Locale;

/** What keeps the app's words in a setup's channel from reaching the customer. */
public enum ChannelProblem {
  ARCHIVED,
  /** The app was removed from the channel. */
  LEFT,
  /** Slack knows no such channel, or does not show it to us any more. */
  GONE,
  /** Nobody but the partner's own people is there: it was unshared, or the customers left. */
  CUSTOMER_GONE;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
