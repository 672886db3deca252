package awssetup.sandbox;

import static awssetup.sandbox.ScriptedSetups.ERIN;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.page.AwsPanel;
import awssetup.sandbox.slack.world.StandInWorkspace;
import java.time.Duration;
import java.util.Map;

/**
 * A few days at a busy partner: a setup in every state, for a look at a full Home tab and at each
 * kind of card. Everything goes through the app itself.
 */
final class BusyScenario {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration LONGER_THAN_AN_INVITATION = Duration.ofDays(16);

  /** Enough for the app's rate limits to recover fully. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final ScriptedPeople people;
  private final StandInWorkspace workspace;
  private final AwsStandIn aws;
  private final AwsPanel console;
  private final ScriptedSetups setups;

  BusyScenario(
      ScriptedPeople people, StandInWorkspace workspace, AwsStandIn aws, AwsPanel console) {
    this.people = people;
    this.workspace = workspace;
    this.aws = aws;
    this.console = console;
    this.setups = new ScriptedSetups(people, workspace, aws, console, PAUSE);
  }

  void playAll() {
    expire("Cyberdyne", "Cara Cyberdyne", "#6b4f9a", "888899990000");
    complete(setups);
    refuse("INITECH", "Initech", "Ines Initech", "#5b6abf", "444455556666");
    cancel("C0ACME", "Acme Robotics Europe");
    loseRole("Soylent", "Sören Soylent", "#3f7d4e", "121212121212");
    people.pass(A_DAY);
    withdraw("Wonka", "Willa Wonka", "#a8562a", "343434343434");
    deployUnsafely("Oscorp", "Otis Oscorp", "#2b5f9e", "565656565656");
    decline("Tyrell", "Tara Tyrell", "#8a3b5e", "777788889999");
    awaitSignUp("HOOLI", "Hooli", "Hugo Hooli", "#2f7f86");
    setups.invite("C0ACME", "Acme Robotics", "U0CUSTOMER", "222233334444");
    people.awaitReminder("Acme Robotics");
    aws.addOrganization("666677778888", "Stark", "aws@stark.example");
    String stark = setups.addCustomer("STARK", "Stark", "Stella Stark", "#9a6b1f");
    setups.startAndEnterDetails(stark, "Stark", "666677778888");
    String wayne = setups.addCustomer("WAYNE", "Wayne", "Wanda Wayne", "#4d5a66");
    setups.start(wayne, "Wayne", "transfer", "U0WAYNE");
  }

  void playOne() {
    complete(new ScriptedSetups(people, workspace, aws, console, Duration.ZERO));
  }

  private static void complete(ScriptedSetups setups) {
    setups.complete("C0GLOBEX", "Globex", "U0OUTSIDER", "333344445555");
  }

  /** Plays one setup and looks at it on every surface, in real time. */
  void rehearse() {
    playOne();
    people.awaitCard("C0GLOBEX", "Complete");
    people.type(ERIN, "C0OPS", "/aws-setup status");
    people.openHome(ERIN);
    people.await(() -> workspace.home(ERIN), "Home tab");
  }

  private void refuse(String id, String customer, String contact, String color, String account) {
    String channel = setups.addCustomer(id, customer, contact, color);
    setups.startAndEnterDetails(channel, customer, account);
    console.fault("payment_method_missing");
    setups.review(channel);
  }

  private void decline(String customer, String contact, String color, String account) {
    String channel = setups.inviteNew(customer, contact, color, account);
    console.decline(setups.handshakeOf(account));
    people.press(ERIN, channel, "check_now");
  }

  private void expire(String customer, String contact, String color, String account) {
    setups.inviteNew(customer, contact, color, account);
    people.pass(LONGER_THAN_AN_INVITATION);
  }

  private void withdraw(String customer, String contact, String color, String account) {
    String channel = setups.inviteNew(customer, contact, color, account);
    console.accept(setups.handshakeOf(account));
    people.press(ERIN, channel, "check_now");
    aws.invitations().stream()
        .filter(invitation -> invitation.accountId().equals(account))
        .forEach(invitation -> console.withdraw(invitation.transferId()));
    people.press(ERIN, channel, "check_now");
  }

  /** Deploys the role and deletes it again; the app calls it lost after two probes. */
  private void loseRole(String customer, String contact, String color, String account) {
    String channel = setups.inviteNew(customer, contact, color, account);
    console.role(account, true);
    people.press(ERIN, channel, "check_now");
    console.role(account, false);
    people.press(ERIN, channel, "check_now");
  }

  private void deployUnsafely(String customer, String contact, String color, String account) {
    String channel = setups.inviteNew(customer, contact, color, account);
    aws.deployRole(account, SandboxSettings.ROLE_NAME, null);
    people.press(ERIN, channel, "check_now");
  }

  private void cancel(String channel, String customer) {
    setups.start(channel, customer, "transfer", "U0COLLEAGUE");
    people.type(ERIN, channel, "/aws-setup cancel");
    people.submit(ERIN, Map.of("reason", "Goes with the setup of the parent company."));
  }

  private void awaitSignUp(String id, String customer, String contactName, String color) {
    String channel = setups.addCustomer(id, customer, contactName, color);
    String contact = ScriptedSetups.contactIn(channel);
    setups.start(channel, customer, "new", contact);
    people.press(contact, channel, "enter_details");
    Map<String, String> fields = setups.contactFields(contact, customer);
    fields.put("root_email", "aws-production@hooli.example");
    fields.put("account_name", customer + " production");
    fields.put("card_ready", "ready");
    people.submit(contact, fields);
  }
}
