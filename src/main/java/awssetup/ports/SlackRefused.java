package awssetup.ports;

/** Slack answered and said no. */
public final class SlackRefused extends RuntimeException {
  private final Kind kind;

  /** What it means for the setup. */
  public enum Kind {
    /** The message is no longer there: post it again. */
    MESSAGE_GONE,
    /** The channel is closed to us: archived, left, disconnected. */
    CHANNEL_CLOSED,
    /** Slack finds the message itself wrong and will never accept it: a bug of ours. */
    MESSAGE_WRONG,
    /** Slack knows no person by this id. */
    UNKNOWN_USER,
    /** Anything else, such as a scope that the app lacks; the log tells. */
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
