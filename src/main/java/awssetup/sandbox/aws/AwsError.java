package awssetup.sandbox.aws;

/**
 * AWS says no. Thrown by the rules wherever they are, worded by the service that was asked; on the
 * console side it reaches the caller as the IllegalStateException it is.
 */
final class AwsError extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String reason;

  /** Status 0 leaves the HTTP status to the service; the reason may be null. */
  AwsError(int status, String code, String reason, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.reason = reason;
  }

  static AwsError of(String code, String message) {
    return new AwsError(0, code, null, message);
  }

  static AwsError invalid(String reason, String message) {
    return new AwsError(0, "InvalidInputException", reason, message);
  }

  static AwsError constraint(String reason, String message) {
    return new AwsError(0, "ConstraintViolationException", reason, message);
  }

  static AwsError handshakeConstraint(String reason, String message) {
    return new AwsError(0, "HandshakeConstraintViolationException", reason, message);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String reason() {
    return reason;
  }

  /** Code and reason on one line, as the list of calls shows them. */
  String label() {
    return reason == null ? code : code + " " + reason;
  }
}
