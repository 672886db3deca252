package awssetup.sandbox.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * As much of AWS as the page needs: one customer's account, and invitations that change their state
 * on request.
 */
final class FakeAwsPanel implements AwsPanel {
  final List<String> actions = new CopyOnWriteArrayList<>();
  final JsonArray invitations = new JsonArray();
  final List<String> signedUp = new ArrayList<>();
  boolean roleDeployed;
  boolean faultArmed;
  private final FakeClockPanel clock;

  FakeAwsPanel(FakeClockPanel clock) {
    this.clock = clock;
  }

  void invite(String accountId) {
    invitations.add(
        JsonParser.parseString(
            """
            {"handshakeId": "h-examplehandshake%d", "transferId": "rt-example%d", "accountId": "%s",
             "name": "Acme Robotics 7Q2K", "status": "REQUESTED", "sentAt": %d, "expiresAt": %d, "startsAt": %d}
            """
                .formatted(
                    invitations.size(),
                    invitations.size(),
                    accountId,
                    clock.epoch(),
                    clock.epoch() + 15 * 86_400,
                    clock.epoch() + 28 * 86_400)));
  }

  @Override
  public JsonObject snapshot() {
    JsonObject snapshot =
        JsonParser.parseString(
                """
                {"now": %d, "partner": "111122223333",
                 "accounts": [
                   {"id": "222233334444", "name": "Acme Robotics", "email": "aws@acme.example",
                    "role": {"name": "EssentialsBootstrap", "deployed": %b, "safe": true}},
                   {"id": "000055556666", "name": "Globex", "email": "root@globex.example", "role": null}%s],
                 "faults": %s,
                 "calls": [{"at": %d, "operation": "ListInboundResponsibilityTransfers", "status": 200, "error": null},
                   {"at": %d, "operation": "AssumeRole", "status": 403, "error": "AccessDenied"}],
                 "faultChoices": [
                   {"id": "payment", "operation": "InviteOrganizationToTransferResponsibility",
                    "label": "Invite: the customer has no payment instrument"},
                   {"id": "lost", "operation": "*", "label": "Any call: takes effect, but the answer is lost"}]}
                """
                    .formatted(
                        clock.epoch(),
                        roleDeployed,
                        String.join("", signedUp),
                        faultArmed
                            ? "[{\"operation\": \"*\", \"fault\": \"the answer is lost\","
                                + " \"times\": 1}]"
                            : "[]",
                        clock.epoch() - 60,
                        clock.epoch() - 20))
            .getAsJsonObject();
    snapshot.add("invitations", invitations.deepCopy());
    return snapshot;
  }

  @Override
  public String signUp(String name, String email) {
    if (!email.contains("@")) {
      throw new IllegalArgumentException("AWS does not take this e-mail address.");
    }
    actions.add("sign up " + name + " " + email);
    String id = "01234567890" + signedUp.size();
    signedUp.add(
        ", {\"id\": \"%s\", \"name\": \"%s\", \"email\": \"%s\", \"role\": null, \"signedUpAt\": %d}"
            .formatted(id, name, email, clock.epoch()));
    return id;
  }

  @Override
  public void accept(String handshakeId) {
    become(handshakeId, "ACCEPTED");
  }

  @Override
  public void decline(String handshakeId) {
    become(handshakeId, "DECLINED");
  }

  @Override
  public void cancel(String handshakeId) {
    become(handshakeId, "CANCELED");
  }

  private void become(String handshakeId, String status) {
    actions.add(status + " " + handshakeId);
    for (var one : invitations) {
      JsonObject invitation = one.getAsJsonObject();
      if (invitation.get("handshakeId").getAsString().equals(handshakeId)) {
        if (!invitation.get("status").getAsString().equals("REQUESTED")) {
          throw new IllegalStateException("This invitation is no longer open.");
        }
        invitation.addProperty("status", status);
        return;
      }
    }
    throw new IllegalArgumentException("There is no such invitation.");
  }

  @Override
  public void withdraw(String transferId) {
    actions.add("WITHDRAWN " + transferId);
  }

  @Override
  public void role(String accountId, boolean deploy) {
    actions.add("role " + accountId + " " + deploy);
    roleDeployed = deploy;
  }

  @Override
  public void fault(String faultChoiceId) {
    actions.add("fault " + faultChoiceId);
    faultArmed = true;
  }

  @Override
  public void clearFaults() {
    faultArmed = false;
  }
}
