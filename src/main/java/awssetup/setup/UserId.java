package awssetup.setup;

import java.util.regex.Pattern;

/** A person in Slack, by the id Slack gave; opaque, and never a name. */
public record UserId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Replaces the people of a forgotten setup; Slack gives no such id. */
  public static final UserId ERASED = new UserId("erased");

  /**
   * @throws IllegalArgumentException if the value could not be an id, so that it cannot carry
   *     markup
   */
  public UserId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a Slack id");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
