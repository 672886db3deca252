package awssetup.ports;

import awssetup.setup.Message;
import awssetup.setup.MessageKey;
import awssetup.setup.MessageTs;
import awssetup.setup.SetupId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The messages that setups owe and have posted. A message is saved before Slack is asked, and so is
 * the attempt to post it: one message key stands for one message, ever.
 */
public interface Outbox {
  /** The messages that are owed and not posted yet, in the order in which they became due. */
  List<Message> owed(SetupId id);

  /**
   * What a follow-up with nothing else to do needs, in one read.
   *
   * @param owed as {@link #owed}
   * @param card as {@link #card}
   */
  record Open(List<Message> owed, Optional<Message> card) {}

  /** The messages that are owed, and the card. */
  Open open(SetupId id);

  /** The newest card that is posted or owed; empty if it was dropped. */
  Optional<Message> card(SetupId id);

  /** Owes one more message, such as a new card in place of one that is gone. */
  void owe(SetupId id, Message.Draft draft, Instant now);

  /** Posting begins. */
  void attempting(MessageKey key, Instant now);

  /** Slack has acknowledged it, or it was found in the channel. */
  void posted(MessageKey key, MessageTs ts, Optional<String> fingerprint);

  /** The card now shows this. */
  void shown(MessageKey key, String fingerprint);

  /** It is no longer worth posting, or cannot be posted. */
  void drop(MessageKey key, Instant now);
}
