package awssetup.setup;

/**
 * Identifies one message for ever: {@code <setup id>:<kind>:<n>}. It is the {@code block_id} of the
 * message's first block, so that a message whose acknowledgement was lost is found in the channel
 * instead of being posted twice.
 */
public record MessageKey(SetupId setup, MessageKind kind, int n) {
  @Override
  public String toString() {
    return setup + ":" + kind.key() + ":" + n;
  }
}
