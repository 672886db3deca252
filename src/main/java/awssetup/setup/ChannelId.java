package awssetup.setup;

import java.util.regex.Pattern;

/** A conversation in Slack, by the id Slack gave; it may change when a channel is shared. */
public record ChannelId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /**
   * @throws IllegalArgumentException if the value could not be an id, so that it cannot carry
   *     markup
   */
  public ChannelId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a Slack id");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
