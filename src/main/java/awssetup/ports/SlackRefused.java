package awssetup.ports;

/** Slack answered and said no. */
public final class SlackRefused extends RuntimeException {
  private final Kind kind;

  /** What it means for the setup. */
  public enum Kind {
    /** The message is not there any more: post it anew. */
    MESSAGE_GONE,
    /** The channel is closed to us: archived, left, disconnected. */
    CHANNEL_CLOSED,
    /** Slack finds the message itself wrong and will never take it: a defect of ours. */
    MESSAGE_WRONG,
    /** Slack knows nobody by this id. */
    NOBODY,
    /** Anything else, such as a right that the app lacks: somebody has to look at the log. */
    OTHER
  }

  /**
   * @param code Slack's error code
   */
  public SlackRefused(Kind kind, String code) {
    super(code);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
