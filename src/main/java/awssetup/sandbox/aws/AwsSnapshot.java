package awssetup.sandbox.aws;

import awssetup.sandbox.aws.state.AwsState;
import awssetup.sandbox.aws.state.DeployedRole;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The state of AWS as the sandbox page draws it; times are epoch seconds. */
final class AwsSnapshot {
  private static final int CALLS_SHOWN = 20;

  private AwsSnapshot() {}

  static JsonObject of(
      AwsState state,
      List<StandInInvitation> invitations,
      List<AwsFaults.Waiting> faults,
      List<AwsCall> calls,
      Instant now) {
    JsonObject snapshot = new JsonObject();
    snapshot.addProperty("now", now.getEpochSecond());
    snapshot.addProperty("partner", AwsState.PARTNER_ACCOUNT);
    snapshot.add("invitations", array(invitations.stream().map(AwsSnapshot::invitation).toList()));
    snapshot.add("accounts", accounts(state));
    snapshot.add("faults", array(faults.stream().map(AwsSnapshot::fault).toList()));
    int from = Math.max(0, calls.size() - CALLS_SHOWN);
    snapshot.add(
        "calls", array(calls.subList(from, calls.size()).stream().map(AwsSnapshot::call).toList()));
    snapshot.add(
        "faultChoices", array(AwsFaultChoice.ALL.stream().map(AwsSnapshot::faultChoice).toList()));
    return snapshot;
  }

  private static JsonObject invitation(StandInInvitation invitation) {
    JsonObject json = new JsonObject();
    json.addProperty("handshakeId", invitation.handshakeId());
    json.addProperty("transferId", invitation.transferId());
    json.addProperty("accountId", invitation.accountId());
    json.addProperty("name", invitation.name());
    json.addProperty("status", invitation.status());
    json.addProperty("sentAt", invitation.sentAt().getEpochSecond());
    json.addProperty("expiresAt", invitation.expiresAt().getEpochSecond());
    json.addProperty("startsAt", invitation.startsAt().getEpochSecond());
    json.addProperty("notes", invitation.notes());
    return json;
  }

  /** Every customer, and every other account in which a role was deployed. */
  private static JsonArray accounts(AwsState state) {
    Map<String, JsonObject> accounts = new LinkedHashMap<>();
    state
        .customers
        .values()
        .forEach(
            customer ->
                accounts.put(
                    customer.accountId(),
                    account(customer.accountId(), customer.name(), customer.email())));
    state.signedUp.forEach(
        (id, at) -> accounts.get(id).addProperty("signedUpAt", at.getEpochSecond()));
    state
        .roles
        .values()
        .forEach(
            role ->
                accounts
                    .computeIfAbsent(role.accountId(), id -> account(id, "Account " + id, ""))
                    .add("role", role(role)));
    return array(List.copyOf(accounts.values()));
  }

  private static JsonObject account(String id, String name, String email) {
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("name", name);
    json.addProperty("email", email);
    json.add("role", JsonNull.INSTANCE);
    return json;
  }

  private static JsonObject role(DeployedRole role) {
    JsonObject json = new JsonObject();
    json.addProperty("name", role.name());
    json.addProperty("deployed", true);
    json.addProperty("safe", role.externalId() != null);
    return json;
  }

  private static JsonObject fault(AwsFaults.Waiting waiting) {
    JsonObject json = new JsonObject();
    json.addProperty("operation", waiting.operation());
    json.addProperty("fault", waiting.fault().label());
    json.addProperty("times", waiting.fault().times());
    return json;
  }

  private static JsonObject call(AwsCall call) {
    JsonObject json = new JsonObject();
    json.addProperty("at", call.at().getEpochSecond());
    json.addProperty("operation", call.operation());
    json.addProperty("status", call.status());
    json.addProperty("error", call.error());
    return json;
  }

  private static JsonObject faultChoice(AwsFaultChoice choice) {
    JsonObject json = new JsonObject();
    json.addProperty("id", choice.id());
    json.addProperty("operation", choice.operation());
    json.addProperty("label", choice.label());
    return json;
  }

  private static JsonArray array(List<JsonObject> objects) {
    JsonArray array = new JsonArray();
    objects.forEach(array::add);
    return array;
  }
}
