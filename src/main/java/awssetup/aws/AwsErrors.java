package awssetup.aws;

import awssetup.ports.AwsUnavailable;
import awssetup.setup.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.model.ConstraintViolationException;
import software.amazon.awssdk.services.organizations.model.HandshakeConstraintViolationException;
import software.amazon.awssdk.services.organizations.model.InvalidInputException;

/**
 * The one place that reads AWS's errors: an answer about the request is a refusal, everything else
 * means that AWS could not be asked. Codes are compared as strings, since AWS adds some that the
 * SDK does not know. See
 * https://docs.aws.amazon.com/organizations/latest/APIReference/CommonErrors.html
 */
final class AwsErrors {
  /** They pass by themselves or once we have new credentials, so they are no refusals. */
  private static final Set<String> PASSING =
      Set.of(
          "ConcurrentModificationException",
          "ServiceException",
          "InternalFailure",
          "InternalError",
          "ServiceUnavailable",
          "ServiceUnavailableException",
          "RequestTimeout",
          "RequestTimeoutException",
          "ExpiredToken",
          "ExpiredTokenException",
          "RequestExpired",
          "RequestInTheFuture",
          "RequestTimeTooSkewed");

  /** AWS's message for these repeats the signed headers, including the session token. */
  private static final Set<String> TALKATIVE =
      Set.of(
          "SignatureDoesNotMatch",
          "InvalidSignatureException",
          "IncompleteSignature",
          "IncompleteSignatureException");

  private AwsErrors() {}

  /** AWS's error code; empty if no AWS service has answered. */
  static Optional<String> code(SdkException e) {
    return details(e).map(AwsErrorDetails::errorCode);
  }

  /**
   * What AWS has against the request, or against us; empty if AWS could not be asked, and asking
   * again is right.
   */
  static Optional<Refusal> refusal(SdkException e, Instant now) {
    SdkException spoken = spoken(e);
    return code(spoken)
        .filter(code -> !isPassing((AwsServiceException) spoken, code))
        .map(
            code ->
                new Refusal(
                    code,
                    reason(spoken),
                    message(spoken),
                    Optional.ofNullable(((AwsServiceException) spoken).requestId()),
                    now));
  }

  /**
   * @param doing what we were doing, for the log: "inviting 123456789012"
   */
  static AwsUnavailable unavailable(String doing, SdkException e) {
    SdkException spoken = spoken(e);
    boolean throttled = spoken instanceof AwsServiceException s && s.isThrottlingException();
    return new AwsUnavailable(doing + ": " + brief(e), throttled, isTalkative(spoken) ? null : e);
  }

  /** An answer that AWS should not give, and that we cannot work with. */
  static AwsUnavailable odd(String doing, String what) {
    return new AwsUnavailable(doing + ": " + what, false, null);
  }

  /** Codes, status and request id in one line for the log, without AWS's own words. */
  static String brief(SdkException e) {
    if (e instanceof NoCredentials n) {
      return "no credentials, " + brief(n.why());
    }
    if (e instanceof AwsServiceException s) {
      return code(s).orElse("an answer that is not AWS's")
          + reason(s).map(reason -> " " + reason).orElse("")
          + ", HTTP "
          + s.statusCode()
          + ", request "
          + s.requestId();
    }
    Throwable root = e.getCause() == null ? e : e.getCause();
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  /** If we got no credentials, the error of the service that should have given them. */
  private static SdkException spoken(SdkException e) {
    return e instanceof NoCredentials n ? n.why() : e;
  }

  /** Whether asking once more may help: AWS has not answered, or says that it will pass. */
  static boolean isPassing(SdkException e) {
    return !(e instanceof NoCredentials)
        && code(e).map(code -> isPassing((AwsServiceException) e, code)).orElse(true);
  }

  private static boolean isPassing(AwsServiceException e, String code) {
    return e.isThrottlingException() || e.statusCode() >= 500 || PASSING.contains(code);
  }

  private static boolean isTalkative(SdkException e) {
    return code(e).filter(TALKATIVE::contains).isPresent();
  }

  private static Optional<String> reason(SdkException e) {
    String reason = null;
    if (e instanceof HandshakeConstraintViolationException h) {
      reason = h.reasonAsString();
    } else if (e instanceof ConstraintViolationException c) {
      reason = c.reasonAsString();
    } else if (e instanceof InvalidInputException i) {
      reason = i.reasonAsString();
    }
    return Optional.ofNullable(reason).filter(r -> !r.isBlank());
  }

  private static String message(SdkException e) {
    return isTalkative(e) ? "" : details(e).map(AwsErrorDetails::errorMessage).orElse("");
  }

  private static Optional<AwsErrorDetails> details(SdkException e) {
    return e instanceof AwsServiceException s
        ? Optional.ofNullable(s.awsErrorDetails())
        : Optional.empty();
  }
}
