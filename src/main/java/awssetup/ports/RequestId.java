package awssetup.ports;

import java.util.regex.Pattern;

/** Identifies one Slack request, so that a retry is not counted twice. */
public record RequestId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  /**
   * @throws IllegalArgumentException if the value is not of this form
   */
  public RequestId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a request id");
    }
  }
}
