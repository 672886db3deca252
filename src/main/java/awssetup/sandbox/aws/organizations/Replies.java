package awssetup.sandbox.aws.organizations;

import awssetup.sandbox.aws.state.AwsState;
import awssetup.sandbox.aws.state.Transfer;
import awssetup.sandbox.aws.wire.AwsJson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;

/** Writes handshakes, transfers and organizations as the Organizations API does. */
final class Replies {
  private static final String ARN =
      "arn:aws:organizations::" + AwsState.PARTNER_ACCOUNT + ":%s/" + AwsState.PARTNER_ORGANIZATION;

  private Replies() {}

  /** An answer with one member. */
  static JsonObject wrap(String name, JsonElement value) {
    JsonObject answer = new JsonObject();
    answer.add(name, value);
    return answer;
  }

  static JsonObject handshake(Transfer transfer, Instant now) {
    JsonObject reply = new JsonObject();
    reply.addProperty("Id", transfer.handshakeId);
    reply.addProperty(
        "Arn", ARN.formatted("handshake") + "/transfer_responsibility/" + transfer.handshakeId);
    JsonArray parties = new JsonArray();
    parties.add(party("ORGANIZATION", AwsState.PARTNER_ORGANIZATION));
    parties.add(
        transfer.invitedByEmail
            ? party("EMAIL", transfer.source.email())
            : party("ACCOUNT", transfer.source.accountId()));
    reply.add("Parties", parties);
    reply.addProperty("State", transfer.handshakeState(now));
    reply.addProperty("RequestedTimestamp", AwsJson.seconds(transfer.sentAt));
    reply.addProperty("ExpirationTimestamp", AwsJson.seconds(transfer.expiresAt));
    reply.addProperty("Action", "TRANSFER_RESPONSIBILITY");
    reply.add("Resources", resources(transfer));
    return reply;
  }

  /** The transfer's ID is at the top of the tree, and what describes the transfer is beneath it. */
  private static JsonArray resources(Transfer transfer) {
    JsonObject payer = resource("MANAGEMENT_ACCOUNT", AwsState.PARTNER_ACCOUNT);
    JsonArray aboutPayer = new JsonArray();
    aboutPayer.add(resource("MANAGEMENT_EMAIL", AwsState.PARTNER_EMAIL));
    aboutPayer.add(resource("MANAGEMENT_NAME", AwsState.PARTNER_NAME));
    payer.add("Resources", aboutPayer);

    JsonObject responsibility = resource("RESPONSIBILITY_TRANSFER", transfer.id);
    JsonArray aboutTransfer = new JsonArray();
    aboutTransfer.add(resource("TRANSFER_TYPE", "BILLING"));
    aboutTransfer.add(resource("TRANSFER_START_TIMESTAMP", transfer.startsAt.toString()));
    aboutTransfer.add(payer);
    responsibility.add("Resources", aboutTransfer);

    JsonArray resources = new JsonArray();
    resources.add(resource("ORGANIZATION", AwsState.PARTNER_ORGANIZATION));
    resources.add(responsibility);
    if (transfer.notes != null) {
      resources.add(resource("NOTES", transfer.notes));
    }
    return resources;
  }

  static JsonObject transfer(Transfer transfer, Instant now) {
    JsonObject reply = new JsonObject();
    reply.addProperty("Arn", ARN.formatted("transfer") + "/billing/inbound/" + transfer.id);
    reply.addProperty("Name", transfer.name());
    reply.addProperty("Id", transfer.id);
    reply.addProperty("Type", "BILLING");
    reply.addProperty("Status", transfer.status(now));
    // The account of a customer who was invited by e-mail is not shown before they answer.
    boolean accountIsKnown = !transfer.invitedByEmail || !transfer.isOpen(now);
    reply.add(
        "Source",
        participant(accountIsKnown ? transfer.source.accountId() : null, transfer.source.email()));
    reply.add("Target", participant(AwsState.PARTNER_ACCOUNT, AwsState.PARTNER_EMAIL));
    reply.addProperty("StartTimestamp", AwsJson.seconds(transfer.startsAt));
    if (transfer.endsAt() != null) {
      reply.addProperty("EndTimestamp", AwsJson.seconds(transfer.endsAt()));
    }
    // AWS documents it for open invitations only, so later it is left out.
    if (transfer.isOpen(now)) {
      reply.addProperty("ActiveHandshakeId", transfer.handshakeId);
    }
    return reply;
  }

  static JsonObject partnerOrganization() {
    JsonObject reply = new JsonObject();
    reply.addProperty("Id", AwsState.PARTNER_ORGANIZATION);
    reply.addProperty("Arn", ARN.formatted("organization"));
    reply.addProperty("FeatureSet", "ALL");
    reply.addProperty(
        "MasterAccountArn", ARN.formatted("account") + "/" + AwsState.PARTNER_ACCOUNT);
    reply.addProperty("MasterAccountId", AwsState.PARTNER_ACCOUNT);
    reply.addProperty("MasterAccountEmail", AwsState.PARTNER_EMAIL);
    reply.add("AvailablePolicyTypes", new JsonArray());
    return reply;
  }

  private static JsonObject party(String type, String id) {
    JsonObject party = new JsonObject();
    party.addProperty("Id", id);
    party.addProperty("Type", type);
    return party;
  }

  private static JsonObject resource(String type, String value) {
    JsonObject resource = new JsonObject();
    resource.addProperty("Type", type);
    resource.addProperty("Value", value);
    return resource;
  }

  private static JsonObject participant(String accountId, String email) {
    JsonObject participant = new JsonObject();
    if (accountId != null) {
      participant.addProperty("ManagementAccountId", accountId);
    }
    participant.addProperty("ManagementAccountEmail", email);
    return participant;
  }
}
