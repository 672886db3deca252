package awssetup.slack.receive;

import com.google.gson.JsonParseException;

/** The HTTP status for an exception: the request's fault or ours. */
final class FailureStatus {
  private FailureStatus() {}

  /**
   * 400 for exceptions that a payload with missing or odd parts causes, 500 for the rest. Slack
   * repeats an event after either.
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
