package awssetup.slack.receive;

import com.google.gson.JsonParseException;

/** What an exception says about whose fault it was. */
final class FailureStatus {
  private FailureStatus() {}

  /**
   * 400 for exceptions that a payload with missing or odd parts causes, 500 for the rest. Slack
   * repeats an event for either.
   */
  static int status(Exception e) {
    boolean oddPayload =
        e instanceof NullPointerException
            || e instanceof IllegalArgumentException
            || e instanceof ClassCastException
            || e instanceof UnsupportedOperationException
            || e instanceof IndexOutOfBoundsException
            || e instanceof JsonParseException;
    return oddPayload ? 400 : 500;
  }
}
