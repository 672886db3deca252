package awssetup.setup;

import java.time.Instant;
import java.util.Optional;

/**
 * An engineer starts a setup in a channel.
 *
 * @param customerName typed by a person, and untrusted wherever it is shown
 * @param customerContact who is mentioned when it is the customer's turn
 * @param by the engineer, who owns the setup
 * @param language what its channel reads
 */
public record StartSetup(
    SetupId id,
    Option option,
    String customerName,
    Optional<UserId> customerContact,
    Optional<String> orderId,
    ChannelId channel,
    UserId by,
    Language language) {

  /** The new setup, with its audit event and its card. */
  public Change at(Instant now) {
    Setup.Facts facts = new Setup.Facts();
    facts.id = id;
    facts.option = option;
    facts.optionAt = now;
    facts.customerName = customerName;
    facts.customerContact = customerContact;
    facts.orderId = orderId;
    facts.channel = channel;
    facts.startedBy = by;
    facts.startedAt = now;
    facts.language = language;
    return Change.of(facts.toSetup(), f -> {})
        .by(by, now, AuditEvent.Kind.STARTED, option.key())
        .message(Message.Draft.card());
  }

  @Override
  public String toString() {
    return "StartSetup[" + id + "]";
  }
}
