package awssetup.sandbox.aws;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * STS AssumeRole for the customers' bootstrap roles and the partner's own roles. Whatever is wrong
 * with a role, the answer is the same AccessDenied: AWS does not tell the causes apart.
 */
final class AssumeRole {
  private static final Set<String> PARAMETERS =
      Set.of("RoleArn", "RoleSessionName", "DurationSeconds", "ExternalId", "Policy");
  private static final Pattern ROLE_ARN =
      Pattern.compile(
          "arn:aws:iam::(?<account>\\d{12}):role/(?<path>[!-~]*/)?(?<name>[\\w+=,.@-]+)");
  private static final String SESSION_NAME = "[\\w+=,.@-]*";
  private static final String EXTERNAL_ID = "[\\w+=,.@:\\/-]*";
  private static final int SHORTEST = 900;

  /** A role's maximum session duration unless somebody raised it. */
  private static final int LONGEST = 3600;

  private static final int LONGEST_POLICY = 2048;

  private final Picture picture;
  private final Signatures signatures;

  AssumeRole(Picture picture, Signatures signatures) {
    this.picture = picture;
    this.signatures = signatures;
  }

  String serve(JsonObject input, Caller caller) {
    requireKnownParameters(input);
    Matcher role = roleArn(input);
    String session = requireText(input, "RoleSessionName", 2, 64, SESSION_NAME);
    String externalId =
        input.has("ExternalId") ? requireText(input, "ExternalId", 2, 1224, EXTERNAL_ID) : null;
    int seconds = duration(input);
    boolean restricted = input.has("Policy");
    if (restricted) {
      requirePolicy(input.get("Policy").getAsString());
    }
    String account = role.group("account");
    String nameWithPath =
        (role.group("path") == null ? "" : role.group("path")) + role.group("name");
    if (!caller.mayActAsPartner() || !admitted(account, nameWithPath, externalId)) {
      throw Refusal.of(
          "AccessDenied",
          "User: "
              + caller.arn()
              + " is not authorized to perform: sts:AssumeRole on resource: "
              + role.group());
    }
    return session(account, role.group("name"), session, seconds, restricted);
  }

  private boolean admitted(String account, String roleName, String externalId) {
    if (account.equals(Picture.PARTNER_ACCOUNT)) {
      return true;
    }
    synchronized (picture) {
      Role role = picture.roles.get(account);
      return role != null && role.name().equals(roleName) && role.admits(externalId);
    }
  }

  /**
   * The credentials expire by the wall clock, as the signatures made with them count by it: under a
   * clock that has travelled they would be dead on arrival, or never renewed.
   */
  private String session(
      String account, String role, String session, int seconds, boolean restricted) {
    String accessKeyId = Ids.iam("ASIA");
    String userId = Ids.iam("AROA") + ":" + session;
    String arn = "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + session;
    signatures.remember(accessKeyId, new Caller(account, userId, arn, restricted));
    Instant expiration = Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    return Xml.element("AssumedRoleUser", Xml.text("AssumedRoleId", userId) + Xml.text("Arn", arn))
        + Xml.element(
            "Credentials",
            Xml.text("AccessKeyId", accessKeyId)
                + Xml.text("SecretAccessKey", Ids.secret(40))
                + Xml.text("SessionToken", Ids.secret(120))
                + Xml.text("Expiration", expiration.toString()))
        + (restricted ? Xml.text("PackedPolicySize", "6") : "");
  }

  private static void requireKnownParameters(JsonObject input) {
    for (String name : input.keySet()) {
      if (!PARAMETERS.contains(name)) {
        throw Refusal.of("ValidationError", "The sandbox's AssumeRole takes no " + name + ".");
      }
    }
  }

  private static Matcher roleArn(JsonObject input) {
    String arn = requireText(input, "RoleArn", 20, 2048, "[\\s\\S]*");
    Matcher matcher = ROLE_ARN.matcher(arn);
    if (!matcher.matches()) {
      throw Refusal.of("ValidationError", arn + " is invalid");
    }
    return matcher;
  }

  private static int duration(JsonObject input) {
    if (!input.has("DurationSeconds")) {
      return LONGEST;
    }
    String text = input.get("DurationSeconds").getAsString();
    if (!text.matches("\\d{1,9}")) {
      throw Refusal.of("MalformedInput", "DurationSeconds is not a number.");
    }
    int seconds = Integer.parseInt(text);
    if (seconds < SHORTEST) {
      throw constraint(
          "durationSeconds", "Member must have value greater than or equal to " + SHORTEST);
    }
    if (seconds > LONGEST) {
      throw Refusal.of(
          "ValidationError", "DurationSeconds exceeds the role's maximum session duration.");
    }
    return seconds;
  }

  private static String requireText(
      JsonObject input, String name, int min, int max, String pattern) {
    String text = input.has(name) ? input.get(name).getAsString() : "";
    if (!input.has(name)) {
      throw constraint(name, "Member must not be null");
    }
    if (text.length() < min || text.length() > max) {
      throw constraint(name, "Member must have length between " + min + " and " + max);
    }
    if (!text.matches(pattern)) {
      throw constraint(name, "Member must satisfy regular expression pattern: " + pattern);
    }
    return text;
  }

  private static Refusal constraint(String name, String what) {
    return Refusal.of(
        "ValidationError",
        "1 validation error detected: Value at '"
            + name
            + "' failed to satisfy constraint: "
            + what);
  }

  private static void requirePolicy(String policy) {
    if (policy.length() > LONGEST_POLICY) {
      throw Refusal.of(
          "PackedPolicyTooLarge",
          "A session policy has at most " + LONGEST_POLICY + " characters.");
    }
    boolean sound =
        Json.parse(policy)
            .filter(JsonElement::isJsonObject)
            .map(JsonElement::getAsJsonObject)
            .filter(document -> document.has("Statement"))
            .map(document -> document.get("Statement"))
            .map(value -> value.isJsonArray() ? value.getAsJsonArray().asList() : List.of(value))
            .filter(statements -> statements.stream().allMatch(AssumeRole::isStatement))
            .isPresent();
    if (!sound) {
      throw Refusal.of("MalformedPolicyDocument", "The session policy is not a policy document.");
    }
  }

  private static boolean isStatement(JsonElement element) {
    return element.isJsonObject()
        && element.getAsJsonObject().has("Effect")
        && (element.getAsJsonObject().has("Action") || element.getAsJsonObject().has("NotAction"))
        && (element.getAsJsonObject().has("Resource")
            || element.getAsJsonObject().has("NotResource"));
  }
}
