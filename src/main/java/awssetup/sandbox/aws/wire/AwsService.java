package awssetup.sandbox.aws.wire;

import awssetup.sandbox.aws.state.AwsError;
import com.google.gson.JsonObject;

/**
 * One of the two services: reads a request, serves it, and writes answers and errors in its own
 * protocol.
 */
public interface AwsService {

  /** The service's name in the signature's scope. */
  String signingName();

  /** The operation that a request asks for, "?" if it does not say. Raises nothing. */
  String operation(AwsRequest request);

  /**
   * The request's parameters.
   *
   * @throws AwsError if they cannot be read
   */
  JsonObject input(AwsRequest request);

  /**
   * Does what the request asks.
   *
   * @return the body of the 200 answer
   * @throws AwsError if AWS would refuse
   */
  String serve(String operation, JsonObject input, Caller caller, String requestId);

  /** The body of an error answer. */
  String refusal(AwsError refusal, String requestId);

  String contentType();

  /** The HTTP status that goes with an error code. */
  int statusOf(String errorCode);

  /** The error code that goes with a bare HTTP status. */
  String codeOf(int status);
}
