package awssetup.aws;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * We could not get hold of credentials, so the call itself was never made. Kept apart because the
 * reason may be an AccessDenied of the partner's own role, which must not be read as the answer to
 * the call.
 */
final class NoCredentials extends SdkClientException {
  /** Which credentials are missing: those we run with, or those of the role we go on to assume. */
  enum Whose {
    OWN,
    MANAGEMENT_ROLE
  }

  private final Whose whose;
  private final SdkException why;

  NoCredentials(Whose whose, SdkException why) {
    super(SdkClientException.builder().message("no AWS credentials").cause(why));
    this.whose = whose;
    this.why = why;
  }

  Whose whose() {
    return whose;
  }

  SdkException why() {
    return why;
  }
}
