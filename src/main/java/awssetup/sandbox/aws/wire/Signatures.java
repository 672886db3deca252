package awssetup.sandbox.aws.wire;

import awssetup.sandbox.aws.state.AwsError;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out who signed a request. The form of Signature Version 4 and its scope are checked; the
 * signature itself is not, as the two sides share no secret. Credentials that STS gave out are
 * recognized.
 */
public final class Signatures {
  private static final String REGION = "us-east-1";
  private static final Pattern FORM =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=(?<key>\\w{4,128})/\\d{8}/(?<region>[^/]+)/(?<service>[^/]+)"
              + "/aws4_request, ?SignedHeaders=(?<headers>[a-z0-9;-]+), ?Signature=[0-9a-f]{64}");

  private final Map<String, Caller> sessions = new ConcurrentHashMap<>();

  /** Recognizes this access key as the caller's from now on. */
  public void remember(String accessKeyId, Caller caller) {
    sessions.put(accessKeyId, caller);
  }

  /**
   * Who signed the request.
   *
   * @throws AwsError if the signature is missing, malformed, or for another service or region
   */
  public Caller callerOf(AwsRequest request, String service) {
    String authorization = request.header("authorization");
    if (authorization == null) {
      throw new AwsError(
          403, "MissingAuthenticationToken", null, "The request is missing a signature.");
    }
    Matcher form = FORM.matcher(authorization);
    if (!form.matches() || request.header("x-amz-date") == null) {
      throw new AwsError(
          403,
          "IncompleteSignature",
          null,
          "The request needs X-Amz-Date and AWS4-HMAC-SHA256 with Credential, SignedHeaders and"
              + " Signature.");
    }
    if (!form.group("region").equals(REGION) || !form.group("service").equals(service)) {
      throw new AwsError(
          403,
          "SignatureDoesNotMatch",
          null,
          "Credential should be scoped to "
              + REGION
              + "/"
              + service
              + ", not to "
              + form.group("region")
              + "/"
              + form.group("service")
              + ".");
    }
    return sessions.getOrDefault(form.group("key"), Caller.partner());
  }
}
