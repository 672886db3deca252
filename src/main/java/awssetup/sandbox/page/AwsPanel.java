package awssetup.sandbox.page;

import com.google.gson.JsonObject;

/**
 * What the page needs of AWS: the picture, and what people do there beside the bot. An id that does
 * not exist is an {@link IllegalArgumentException}; a deed that the present state forbids is an
 * {@link IllegalStateException}.
 */
public interface AwsPanel {
  JsonObject snapshot();

  /** A customer signs up with AWS and prepares the account; the answer is its ID. */
  String signUp(String name, String email);

  void accept(String handshakeId);

  void decline(String handshakeId);

  /** By the partner in the console, behind the bot's back. */
  void cancel(String handshakeId);

  void withdraw(String transferId);

  void role(String accountId, boolean deploy);

  /** Makes the next call fail in the way of one of the snapshot's fault choices. */
  void fault(String faultChoiceId);

  void clearFaults();
}
