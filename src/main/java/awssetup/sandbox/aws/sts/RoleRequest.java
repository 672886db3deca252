package awssetup.sandbox.aws.sts;

import awssetup.sandbox.aws.state.AwsError;
import awssetup.sandbox.aws.wire.AwsJson;
import awssetup.sandbox.aws.wire.Shape;
import awssetup.sandbox.aws.wire.Shape.Text;
import awssetup.sandbox.aws.wire.Shape.Whole;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an AssumeRole call asks for, checked as STS checks it before it looks at any role.
 *
 * @param accountId the account of the role
 * @param role the role's name with its path
 * @param externalId null if none was sent
 * @param seconds how long the session is to last
 * @param restricted whether a session policy was sent; every policy is taken to deny everything
 */
public record RoleRequest(
    String arn,
    String accountId,
    String role,
    String session,
    String externalId,
    int seconds,
    boolean restricted) {

  /** The parameters that are played here. STS knows more; they are refused. */
  public static final Map<String, Shape> PARAMETERS =
      Map.of(
          "RoleArn",
          Shape.text(
              20,
              2048,
              "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD"
                  + "\\u10000-\\u10FFFF]+"),
          "RoleSessionName",
          Shape.text(2, 64, "[\\w+=,.@-]*"),
          "DurationSeconds",
          new Whole(900, 43200),
          "ExternalId",
          Shape.text(2, 1224, "[\\w+=,.@:\\/-]*"),
          "Policy",
          Shape.text(1, Integer.MAX_VALUE, "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"));

  private static final Pattern ROLE_ARN =
      Pattern.compile("arn:aws:iam::(?<account>\\d{12}):role/(?<role>([!-~]*/)?[\\w+=,.@-]+)");

  /** The longest session that a role allows unless its owner raises it, and the default length. */
  private static final int LONGEST_SESSION = 3600;

  private static final int LONGEST_POLICY = 2048;

  static RoleRequest of(JsonObject input) {
    input.entrySet().forEach(given -> check(given.getKey(), given.getValue().getAsString()));
    Matcher arn = ROLE_ARN.matcher(required(input, "RoleArn"));
    if (!arn.matches()) {
      throw invalid(required(input, "RoleArn") + " is invalid");
    }
    String session = required(input, "RoleSessionName");
    String policy = AwsJson.text(input, "Policy");
    if (policy != null) {
      requirePolicy(policy);
    }
    return new RoleRequest(
        arn.group(),
        arn.group("account"),
        arn.group("role"),
        session,
        AwsJson.text(input, "ExternalId"),
        seconds(input),
        policy != null);
  }

  /** The role's name without its path. */
  String roleName() {
    return role.substring(role.lastIndexOf('/') + 1);
  }

  private static void check(String name, String value) {
    Shape shape = PARAMETERS.get(name);
    if (shape instanceof Text text) {
      if (value.length() < text.min() || value.length() > text.max()) {
        throw broken(name, "length between " + text.min() + " and " + text.max());
      }
      if (!value.matches(text.pattern())) {
        throw broken(name, "regular expression pattern: " + text.pattern());
      }
    } else if (shape instanceof Whole whole) {
      int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
      if (number < whole.min() || number > whole.max()) {
        throw broken(name, "value between " + whole.min() + " and " + whole.max());
      }
    } else {
      throw invalid("The sandbox's AssumeRole takes no " + name);
    }
  }

  private static int seconds(JsonObject input) {
    if (!input.has("DurationSeconds")) {
      return LONGEST_SESSION;
    }
    int seconds = input.get("DurationSeconds").getAsInt();
    if (seconds > LONGEST_SESSION) {
      throw invalid("DurationSeconds exceeds the role's maximum session duration");
    }
    return seconds;
  }

  private static void requirePolicy(String policy) {
    if (policy.length() > LONGEST_POLICY) {
      throw AwsError.of(
          "PackedPolicyTooLarge",
          "A session policy has at most " + LONGEST_POLICY + " characters.");
    }
    boolean sound =
        AwsJson.parse(policy)
            .filter(JsonElement::isJsonObject)
            .map(document -> document.getAsJsonObject().get("Statement"))
            .map(value -> value.isJsonArray() ? value.getAsJsonArray().asList() : List.of(value))
            .filter(statements -> statements.stream().allMatch(RoleRequest::isStatement))
            .isPresent();
    if (!sound) {
      throw AwsError.of("MalformedPolicyDocument", "The session policy is not a policy document.");
    }
  }

  private static boolean isStatement(JsonElement element) {
    if (!element.isJsonObject()) {
      return false;
    }
    JsonObject statement = element.getAsJsonObject();
    return statement.has("Effect")
        && (statement.has("Action") || statement.has("NotAction"))
        && (statement.has("Resource") || statement.has("NotResource"));
  }

  private static String required(JsonObject input, String name) {
    if (!input.has(name)) {
      throw broken(name, "not null");
    }
    return input.get(name).getAsString();
  }

  private static AwsError broken(String name, String constraint) {
    return invalid("Value at '" + name + "' failed to satisfy constraint: " + constraint);
  }

  private static AwsError invalid(String message) {
    return AwsError.of("ValidationError", message);
  }
}
