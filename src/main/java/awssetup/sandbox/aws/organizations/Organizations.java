package awssetup.sandbox.aws.organizations;

import awssetup.sandbox.aws.state.AwsError;
import awssetup.sandbox.aws.state.AwsState;
import awssetup.sandbox.aws.wire.AwsJson;
import awssetup.sandbox.aws.wire.AwsRequest;
import awssetup.sandbox.aws.wire.AwsService;
import awssetup.sandbox.aws.wire.Caller;
import awssetup.sandbox.aws.wire.ShapeCheck;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * AWS Organizations over awsJson 1.1: finds the operation, checks permission and input, answers in
 * JSON. Operations that AWS does not know, or that the caller may not use, raise {@link AwsError}.
 */
public final class Organizations implements AwsService {
  /** Only requests to Organizations have this header; it names the operation. */
  public static final String TARGET_HEADER = "x-amz-target";

  private static final String TARGET_PREFIX = "AWSOrganizationsV20161128.";
  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

  private final Map<String, Function<JsonObject, JsonObject>> operations = new LinkedHashMap<>();
  private final AwsState state;
  private volatile ShapeCheck shapeCheck = new ShapeCheck(true);

  public Organizations(AwsState state, InstantSource clock) {
    this.state = state;
    ListPages pages = new ListPages();
    HandshakeOperations handshakes = new HandshakeOperations(state, clock, pages);
    TransferOperations transfers = new TransferOperations(state, clock, pages);
    TagOperations tagging = new TagOperations(state);
    operations.put(
        "InviteOrganizationToTransferResponsibility", new InviteOperation(state, clock)::serve);
    operations.put("DescribeHandshake", handshakes::describe);
    operations.put("CancelHandshake", handshakes::cancel);
    operations.put("ListHandshakesForOrganization", handshakes::list);
    operations.put("DescribeResponsibilityTransfer", transfers::describe);
    operations.put("ListInboundResponsibilityTransfers", transfers::listInbound);
    operations.put("TerminateResponsibilityTransfer", transfers::terminate);
    operations.put("UpdateResponsibilityTransfer", transfers::update);
    operations.put("ListTagsForResource", tagging::list);
    operations.put("TagResource", tagging::tag);
    operations.put(
        "DescribeOrganization",
        input -> Replies.wrap("Organization", Replies.partnerOrganization()));
  }

  /** Whether to refuse members that AWS would ignore. */
  public void strict(boolean on) {
    shapeCheck = new ShapeCheck(on);
  }

  @Override
  public String signingName() {
    return "organizations";
  }

  @Override
  public String operation(AwsRequest request) {
    String target = request.header(TARGET_HEADER);
    return target.startsWith(TARGET_PREFIX) ? target.substring(TARGET_PREFIX.length()) : target;
  }

  @Override
  public JsonObject input(AwsRequest request) {
    String type = request.header("content-type");
    if (type == null || !type.split(";")[0].strip().equals(CONTENT_TYPE)) {
      throw new AwsError(404, "UnknownOperationException", null, "Content-Type is " + CONTENT_TYPE);
    }
    return AwsJson.parse(request.body())
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .orElseThrow(
            () -> AwsError.of("SerializationException", "The request is not a JSON object."));
  }

  @Override
  public String serve(String operation, JsonObject input, Caller caller, String requestId) {
    Function<JsonObject, JsonObject> handler = operations.get(operation);
    if (handler == null) {
      throw AwsError.of("UnknownOperationException", "There is no operation " + operation + ".");
    }
    requireAllowed(caller, operation);
    if (input.has("Tags")) {
      requireAllowed(caller, "TagResource");
    }
    shapeCheck.check("input", Shapes.BY_OPERATION.get(operation), input);
    synchronized (state) {
      return handler.apply(input).toString();
    }
  }

  private void requireAllowed(Caller caller, String operation) {
    String action = "organizations:" + operation;
    boolean denied;
    synchronized (state) {
      denied = state.denied.contains(action);
    }
    if (denied || !caller.mayActAsPartner()) {
      throw AwsError.of(
          "AccessDeniedException",
          "User: " + caller.arn() + " is not authorized to perform: " + action);
    }
  }

  @Override
  public String refusal(AwsError refusal, String requestId) {
    JsonObject answer = new JsonObject();
    answer.addProperty("__type", refusal.code());
    answer.addProperty("Message", refusal.getMessage());
    if (refusal.reason() != null) {
      answer.addProperty("Reason", refusal.reason());
    }
    return answer.toString();
  }

  @Override
  public String contentType() {
    return CONTENT_TYPE;
  }

  @Override
  public int statusOf(String errorCode) {
    return errorCode.equals("ServiceException") ? 500 : 400;
  }

  @Override
  public String codeOf(int status) {
    return status == 429 ? "TooManyRequestsException" : "ServiceException";
  }
}
