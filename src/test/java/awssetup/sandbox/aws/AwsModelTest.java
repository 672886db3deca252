package awssetup.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import awssetup.sandbox.aws.organizations.Shapes;
import awssetup.sandbox.aws.sts.RoleRequest;
import awssetup.sandbox.aws.wire.Shape;
import awssetup.sandbox.aws.wire.Shape.Many;
import awssetup.sandbox.aws.wire.Shape.Member;
import awssetup.sandbox.aws.wire.Shape.Moment;
import awssetup.sandbox.aws.wire.Shape.Structure;
import awssetup.sandbox.aws.wire.Shape.Text;
import awssetup.sandbox.aws.wire.Shape.Whole;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares our tables with AWS's own service models, if those lie next to the project. */
class AwsModelTest {
  private static final Path MODELS = Path.of("..", "shared", "data", "aws");

  /** Operations of the customer's side. Customers act in the console here. */
  private static final Set<String> CUSTOMERS =
      Set.of(
          "AcceptHandshake",
          "DeclineHandshake",
          "ListHandshakesForAccount",
          "ListOutboundResponsibilityTransfers");

  /** Reasons that are newer than the models, or made up to be unknown. */
  private static final Set<String> BEYOND_THE_MODEL =
      Set.of("PAST_DUE_INVOICE", "REASON_OF_TOMORROW");

  @Test
  void every_operation_of_the_partner_is_played() throws Exception {
    JsonObject model = model("organizations");

    Set<String> operations = new TreeSet<>(model.getAsJsonObject("operations").keySet());
    operations.removeAll(CUSTOMERS);

    assertThat(Shapes.BY_OPERATION.keySet()).containsExactlyInAnyOrderElementsOf(operations);
  }

  @Test
  void inputs_of_organizations_have_the_shapes_of_the_model() throws Exception {
    JsonObject model = model("organizations");

    for (String operation : Shapes.BY_OPERATION.keySet()) {
      JsonObject input =
          model.getAsJsonObject("operations").getAsJsonObject(operation).getAsJsonObject("input");
      Shape expected =
          input == null ? Shape.structure() : shape(model, input.get("shape").getAsString());
      assertThat(Shapes.BY_OPERATION.get(operation)).as(operation).isEqualTo(expected);
    }
  }

  @Test
  void parameters_of_assume_role_have_the_shapes_of_the_model() throws Exception {
    Structure expected = (Structure) shape(model("sts"), "AssumeRoleRequest");

    RoleRequest.PARAMETERS.forEach(
        (name, shape) ->
            assertThat(shape).as(name).isEqualTo(expected.members().get(name).shape()));
  }

  @Test
  void fault_choices_are_errors_that_the_operation_can_return() throws Exception {
    JsonObject model = model("organizations");

    for (AwsFaultChoice choice : AwsFaultChoice.ALL) {
      JsonElement operation = model.getAsJsonObject("operations").get(choice.operation());
      if (operation != null && choice.fault().effect() instanceof AwsFault.Effect.Answer answer) {
        assertThat(errors(operation.getAsJsonObject())).as(choice.id()).contains(answer.code());
        if (answer.reason() != null && !BEYOND_THE_MODEL.contains(answer.reason())) {
          assertThat(words(shapeOf(model, answer.code() + "Reason"))).contains(answer.reason());
        }
      }
    }
  }

  private static JsonObject model(String service) throws IOException {
    Path file = MODELS.resolve(service + ".service-2.json");
    assumeTrue(Files.exists(file), () -> "AWS's service models are not here: " + file);
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  private static JsonObject shapeOf(JsonObject model, String name) {
    return model.getAsJsonObject("shapes").getAsJsonObject(name);
  }

  private static Shape shape(JsonObject model, String name) {
    JsonObject shape = shapeOf(model, name);
    return switch (shape.get("type").getAsString()) {
      case "structure" -> structure(model, shape);
      case "list" -> new Many(shape(model, target(shape.getAsJsonObject("member"))));
      case "integer" -> new Whole(number(shape, "min", 0), number(shape, "max", Integer.MAX_VALUE));
      case "timestamp" -> new Moment();
      default ->
          new Text(
              number(shape, "min", 0),
              number(shape, "max", Integer.MAX_VALUE),
              shape.has("pattern") ? shape.get("pattern").getAsString() : "",
              words(shape));
    };
  }

  private static Structure structure(JsonObject model, JsonObject shape) {
    List<String> required = strings(shape.getAsJsonArray("required"));
    Map<String, Member> members = new LinkedHashMap<>();
    shape
        .getAsJsonObject("members")
        .asMap()
        .forEach(
            (name, member) ->
                members.put(
                    name,
                    new Member(
                        shape(model, target(member.getAsJsonObject())), required.contains(name))));
    return new Structure(members);
  }

  private static List<String> errors(JsonObject operation) {
    return operation.getAsJsonArray("errors").asList().stream()
        .map(error -> target(error.getAsJsonObject()))
        .toList();
  }

  private static String target(JsonObject reference) {
    return reference.get("shape").getAsString();
  }

  private static int number(JsonObject shape, String name, int otherwise) {
    return shape.has(name) ? shape.get(name).getAsInt() : otherwise;
  }

  private static List<String> words(JsonObject shape) {
    return strings(shape.getAsJsonArray("enum"));
  }

  private static List<String> strings(JsonArray array) {
    return array == null
        ? List.of()
        : array.asList().stream().map(JsonElement::getAsString).toList();
  }
}
