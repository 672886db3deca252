package awssetup.sandbox.aws.state;

/**
 * AWS says no. Thrown by the rules wherever they are, worded by the service that was asked; on the
 * console side it reaches the caller as the IllegalStateException it is.
 */
public final class AwsError extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String reason;

  /** Status 0 leaves the HTTP status to the service; the reason may be null. */
  public AwsError(int status, String code, String reason, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.reason = reason;
  }

  public static AwsError of(String code, String message) {
    return new AwsError(0, code, null, message);
  }

  public static AwsError invalid(String reason, String message) {
    return new AwsError(0, "InvalidInputException", reason, message);
  }

  public static AwsError constraint(String reason, String message) {
    return new AwsError(0, "ConstraintViolationException", reason, message);
  }

  public static AwsError handshakeConstraint(String reason, String message) {
    return new AwsError(0, "HandshakeConstraintViolationException", reason, message);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String reason() {
    return reason;
  }

  /** Code and reason on one line, as the list of calls shows them. */
  public String label() {
    return reason == null ? code : code + " " + reason;
  }
}
