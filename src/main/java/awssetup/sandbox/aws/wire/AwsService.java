package awssetup.sandbox.aws.wire;

import awssetup.sandbox.aws.state.AwsError;
import com.google.gson.JsonObject;

/**
 * One of the two services at the endpoint: how it reads a request, serves it, words its answers.
 */
public interface AwsService {

  /** The name in the signature's scope. */
  String signingName();

  /** The operation that a request asks for, "?" where it does not say; never refuses. */
  String operation(AwsRequest request);

  JsonObject input(AwsRequest request);

  /** The body of the 200 answer. */
  String serve(String operation, JsonObject input, Caller caller, String requestId);

  /** The body of an error answer. */
  String refusal(AwsError refusal, String requestId);

  String contentType();

  int statusOf(String errorCode);

  /** The code that a bare HTTP status stands for. */
  String codeOf(int status);
}
