package awssetup.sandbox.page;

import com.google.gson.JsonObject;

/**
 * What the page needs of AWS: the state, and what people do there besides the app. A method raises
 * {@link IllegalArgumentException} for an ID that does not exist, and {@link IllegalStateException}
 * if AWS would refuse the action.
 */
public interface AwsPanel {
  /** The state of AWS as the page draws it. */
  JsonObject snapshot();

  /** A customer signs up with AWS and prepares the account; returns its ID. */
  String signUp(String name, String email);

  void accept(String handshakeId);

  void decline(String handshakeId);

  /** The partner cancels in the AWS console, without the app. */
  void cancel(String handshakeId);

  /** Ends an accepted transfer. */
  void withdraw(String transferId);

  /** The customer deploys or deletes the role. */
  void role(String accountId, boolean deploy);

  /** Makes the next call meet one of the snapshot's fault choices. */
  void fault(String faultChoiceId);

  void clearFaults();
}
