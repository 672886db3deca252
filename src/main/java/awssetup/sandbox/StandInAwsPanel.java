package awssetup.sandbox;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.page.AwsPanel;
import com.google.gson.JsonObject;

/**
 * The AWS panel on top of the stand-in. A stack is deployed with the values that the app's
 * quick-create link fills in.
 */
final class StandInAwsPanel implements AwsPanel {
  private final AwsStandIn aws;
  private final String roleName;
  private final QuickCreateIds externalIds;

  StandInAwsPanel(AwsStandIn aws, String roleName, QuickCreateIds externalIds) {
    this.aws = aws;
    this.roleName = roleName;
    this.externalIds = externalIds;
  }

  @Override
  public JsonObject snapshot() {
    return aws.snapshot();
  }

  @Override
  public String signUp(String name, String email) {
    return aws.signUp(name, email);
  }

  @Override
  public void accept(String handshakeId) {
    aws.accept(handshakeId);
  }

  @Override
  public void decline(String handshakeId) {
    aws.decline(handshakeId);
  }

  @Override
  public void cancel(String handshakeId) {
    aws.cancelInConsole(handshakeId);
  }

  @Override
  public void withdraw(String transferId) {
    aws.withdraw(transferId);
  }

  @Override
  public void role(String accountId, boolean deploy) {
    if (deploy) {
      aws.deployRole(accountId, roleName, externalIds.of(accountId));
    } else {
      aws.deleteRole(accountId);
    }
  }

  @Override
  public void fault(String faultChoiceId) {
    aws.applyFaultChoice(faultChoiceId);
  }

  @Override
  public void clearFaults() {
    aws.clearFaults();
  }
}
