package awssetup.sandbox.slack.people;

import java.util.Map;

/**
 * The outcome of something a person did.
 *
 * @param status the app's HTTP status; 200 if Slack did not have to ask the app, 0 if nothing was
 *     sent or the app could not be reached in time
 * @param body the app's answer
 * @param ok whether it worked for the person: answered in time, with 200, and nothing refused
 * @param shownError what Slack shows the person instead, or null
 * @param fieldErrors texts beneath the modal's fields by block ID, from the app or from Slack's own
 *     checks
 */
public record Delivery(
    int status, String body, boolean ok, String shownError, Map<String, String> fieldErrors) {

  public Delivery {
    fieldErrors = Map.copyOf(fieldErrors);
  }

  static Delivery fine(int status, String body) {
    return new Delivery(status, body, true, null, Map.of());
  }

  static Delivery refused(int status, String body, String shown) {
    return new Delivery(status, body, false, shown, Map.of());
  }

  static Delivery fieldErrors(int status, String body, Map<String, String> errors) {
    return new Delivery(status, body, false, null, errors);
  }
}
