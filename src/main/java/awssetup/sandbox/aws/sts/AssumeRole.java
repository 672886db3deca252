package awssetup.sandbox.aws.sts;

import awssetup.sandbox.aws.state.AwsError;
import awssetup.sandbox.aws.state.AwsIds;
import awssetup.sandbox.aws.state.AwsState;
import awssetup.sandbox.aws.state.DeployedRole;
import awssetup.sandbox.aws.wire.Caller;
import awssetup.sandbox.aws.wire.Signatures;
import awssetup.sandbox.aws.wire.Xml;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * STS AssumeRole for the customers' bootstrap roles and the partner's own roles. Every problem with
 * a role gets the same AccessDenied, because AWS does not tell the causes apart.
 */
public final class AssumeRole {
  private final AwsState state;
  private final Signatures signatures;

  public AssumeRole(AwsState state, Signatures signatures) {
    this.state = state;
    this.signatures = signatures;
  }

  String serve(JsonObject input, Caller caller) {
    RoleRequest request = RoleRequest.of(input);
    if (!caller.mayActAsPartner() || !admitted(request)) {
      throw AwsError.of(
          "AccessDenied",
          "User: "
              + caller.arn()
              + " is not authorized to perform: sts:AssumeRole on resource: "
              + request.arn());
    }
    return session(request);
  }

  private boolean admitted(RoleRequest request) {
    synchronized (state) {
      if (state.denied.contains("sts:AssumeRole")) {
        return false;
      }
      if (request.accountId().equals(AwsState.PARTNER_ACCOUNT)) {
        return true;
      }
      DeployedRole role = state.roles.get(request.accountId());
      return role != null
          && role.name().equals(request.role())
          && role.admits(request.externalId());
    }
  }

  /**
   * The credentials expire by the wall clock, as the signatures made with them count by it. Under a
   * clock that has moved on they would be expired at once, or never be renewed.
   */
  private String session(RoleRequest request) {
    String accessKeyId = AwsIds.iam("ASIA");
    String userId = AwsIds.iam("AROA") + ":" + request.session();
    String arn =
        "arn:aws:sts::%s:assumed-role/%s/%s"
            .formatted(request.accountId(), request.roleName(), request.session());
    signatures.remember(
        accessKeyId, new Caller(request.accountId(), userId, arn, request.restricted()));
    Instant expiration = Instant.now().plusSeconds(request.seconds());
    return Xml.element("AssumedRoleUser", Xml.text("AssumedRoleId", userId) + Xml.text("Arn", arn))
        + Xml.element(
            "Credentials",
            Xml.text("AccessKeyId", accessKeyId)
                + Xml.text("SecretAccessKey", AwsIds.secret(40))
                + Xml.text("SessionToken", AwsIds.secret(120))
                + Xml.text("Expiration", expiration.truncatedTo(ChronoUnit.SECONDS).toString()))
        + (request.restricted() ? Xml.text("PackedPolicySize", "6") : "");
  }
}
