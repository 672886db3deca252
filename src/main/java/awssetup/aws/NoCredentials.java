package awssetup.aws;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * We could not get credentials, so the call itself was never made. It has a type of its own because
 * the reason may be an AccessDenied of the partner's own role, which is not the answer to the call.
 */
final class NoCredentials extends SdkClientException {
  /** Which credentials are missing: those we run with, or those of the role that we assume. */
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
