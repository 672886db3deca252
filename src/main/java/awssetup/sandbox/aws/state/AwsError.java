package awssetup.sandbox.aws.state;

/**
 * A refusal by AWS, with its error code and sentence. The rules raise it wherever they are, and the
 * called service writes it down. People at the console get it as an IllegalStateException.
 */
public final class AwsError extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String reason;

  /**
   * @param status the HTTP status, or 0 for the one that the service gives this code
   * @param reason the reason code that some exceptions of Organizations carry, or null
   */
  public AwsError(int status, String code, String reason, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.reason = reason;
  }

  /** An error without a reason code. */
  public static AwsError of(String code, String message) {
    return new AwsError(0, code, null, message);
  }

  /** InvalidInputException. */
  public static AwsError invalid(String reason, String message) {
    return new AwsError(0, "InvalidInputException", reason, message);
  }

  /** ConstraintViolationException. */
  public static AwsError constraint(String reason, String message) {
    return new AwsError(0, "ConstraintViolationException", reason, message);
  }

  /** HandshakeConstraintViolationException. */
  public static AwsError handshakeConstraint(String reason, String message) {
    return new AwsError(0, "HandshakeConstraintViolationException", reason, message);
  }

  /** The HTTP status, or 0 for the one that the service gives this code. */
  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** The reason code, or null. */
  public String reason() {
    return reason;
  }

  /** Code and reason on one line, for the list of calls. */
  public String label() {
    return reason == null ? code : code + " " + reason;
  }
}
