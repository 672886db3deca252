package awssetup.setup;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that the app owes a setup, or has posted.
 *
 * @param topic what it says: a {@link Notice}, a {@link Turn} for reminders, empty for the card
 * @param detail what the topic needs besides the facts of the setup, such as an error code
 * @param attemptedAt when posting it was begun; without a {@code ts} its outcome is unknown
 * @param ts where it stands once Slack has acknowledged it
 * @param fingerprint what the card last showed
 */
public record Message(
    MessageKey key,
    String topic,
    Optional<String> detail,
    Instant at,
    Optional<Instant> attemptedAt,
    Optional<MessageTs> ts,
    Optional<String> fingerprint) {

  /** A message that a rule wants to be posted; its number is given when it is saved. */
  public record Draft(MessageKind kind, String topic, Optional<String> detail) {}

  public Notice notice() {
    return Notice.valueOf(topic);
  }
}
