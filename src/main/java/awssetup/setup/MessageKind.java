package awssetup.setup;

import java.util.Locale;

/** The kind of a message; part of its {@link MessageKey}. */
public enum MessageKind {
  /** The setup card, in the channel. */
  CARD,
  /** A reminder, in the card's thread. */
  REMINDER,
  /** Something happened, in the card's thread. */
  NOTICE,
  /** An escalation, in the operations channel. */
  OPS,
  /** What cannot be said in the channel, to the engineer who started the setup. */
  DIRECT;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
