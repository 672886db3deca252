package awssetup.sandbox.aws.sts;

import awssetup.sandbox.aws.state.AwsError;
import awssetup.sandbox.aws.wire.AwsRequest;
import awssetup.sandbox.aws.wire.AwsService;
import awssetup.sandbox.aws.wire.Caller;
import awssetup.sandbox.aws.wire.Xml;
import com.google.gson.JsonObject;
import java.util.Map;

/**
 * STS over the query protocol: a form comes in, XML goes out. Knows GetCallerIdentity and
 * AssumeRole; every other operation raises {@link AwsError}.
 */
public final class Sts implements AwsService {
  private static final String VERSION = "2011-06-15";
  private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
  private static final Map<Integer, String> CODES =
      Map.of(429, "Throttling", 503, "ServiceUnavailable");

  private final AssumeRole assumeRole;

  public Sts(AssumeRole assumeRole) {
    this.assumeRole = assumeRole;
  }

  @Override
  public String signingName() {
    return "sts";
  }

  @Override
  public String operation(AwsRequest request) {
    try {
      return request.form().getOrDefault("Action", "?");
    } catch (AwsError malformed) {
      return "?";
    }
  }

  @Override
  public JsonObject input(AwsRequest request) {
    Map<String, String> form = request.form();
    if (!VERSION.equals(form.remove("Version"))) {
      throw AwsError.of("InvalidAction", "STS speaks version " + VERSION + ".");
    }
    form.remove("Action");
    JsonObject input = new JsonObject();
    form.forEach(input::addProperty);
    return input;
  }

  @Override
  public String serve(String operation, JsonObject input, Caller caller, String requestId) {
    String result =
        switch (operation) {
          case "GetCallerIdentity" -> callerIdentity(input, caller);
          case "AssumeRole" -> assumeRole.serve(input, caller);
          default -> throw AwsError.of("InvalidAction", "There is no operation " + operation + ".");
        };
    return "<"
        + operation
        + "Response xmlns=\""
        + NAMESPACE
        + "\">"
        + Xml.element(operation + "Result", result)
        + Xml.element("ResponseMetadata", Xml.text("RequestId", requestId))
        + "</"
        + operation
        + "Response>";
  }

  @Override
  public String refusal(AwsError refusal, String requestId) {
    int status = refusal.status() == 0 ? statusOf(refusal.code()) : refusal.status();
    String type = status >= 500 ? "Receiver" : "Sender";
    return "<ErrorResponse xmlns=\""
        + NAMESPACE
        + "\">"
        + Xml.element(
            "Error",
            Xml.text("Type", type)
                + Xml.text("Code", refusal.code())
                + Xml.text("Message", refusal.getMessage()))
        + Xml.text("RequestId", requestId)
        + "</ErrorResponse>";
  }

  @Override
  public String contentType() {
    return "text/xml";
  }

  @Override
  public int statusOf(String errorCode) {
    return switch (errorCode) {
      case "AccessDenied",
          "ExpiredToken",
          "InvalidClientTokenId",
          "RegionDisabledException",
          "SignatureDoesNotMatch" ->
          403;
      case "InternalFailure" -> 500;
      case "ServiceUnavailable" -> 503;
      default -> 400;
    };
  }

  @Override
  public String codeOf(int status) {
    return CODES.getOrDefault(status, "InternalFailure");
  }

  private static String callerIdentity(JsonObject input, Caller caller) {
    if (input.size() > 0) {
      throw AwsError.of("ValidationError", "GetCallerIdentity takes no parameters.");
    }
    return Xml.text("Arn", caller.arn())
        + Xml.text("UserId", caller.userId())
        + Xml.text("Account", caller.accountId());
  }
}
