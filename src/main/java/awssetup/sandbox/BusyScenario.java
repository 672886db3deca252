package awssetup.sandbox;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.page.AwsPanel;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInWorkspace;
import awssetup.sandbox.slack.world.Team;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A few days in the life of a busy partner: a setup in every state, so that one sees at once what a
 * full Home tab and each kind of card look like. Everything goes through the app itself.
 */
final class BusyScenario {
  private static final String ERIN = "U0ENGINEER";
  private static final Duration A_DAY = Duration.ofDays(1);

  /** Until the app may call Slack and AWS as quickly as after a rest. */
  private static final Duration A_WHILE = Duration.ofMinutes(5);

  private static final Duration LONGER_THAN_AN_INVITATION = Duration.ofDays(16);

  private final ScriptedPeople people;
  private final StandInWorkspace workspace;
  private final AwsStandIn aws;
  private final AwsPanel console;
  private Duration beforeEach = Duration.ZERO;

  BusyScenario(
      ScriptedPeople people, StandInWorkspace workspace, AwsStandIn aws, AwsPanel console) {
    this.people = people;
    this.workspace = workspace;
    this.aws = aws;
    this.console = console;
  }

  void playAll() {
    beforeEach = A_WHILE;
    expire("Cyberdyne", "Cara Cyberdyne", "#6b4f9a", "888899990000");
    playOne();
    refuse(welcome("INITECH", "Initech", "Ines Initech", "#5b6abf"), "Initech", "444455556666");
    cancel("C0ACME", "Acme Robotics Europe");
    loseRole("Soylent", "Sören Soylent", "#3f7d4e", "121212121212");
    people.pass(A_DAY);
    withdraw("Wonka", "Willa Wonka", "#a8562a", "343434343434");
    deployUnsafely("Oscorp", "Otis Oscorp", "#2b5f9e", "565656565656");
    aws.addOrganization("777788889999", "Tyrell", "aws@tyrell.example");
    decline(welcome("TYRELL", "Tyrell", "Tara Tyrell", "#8a3b5e"), "Tyrell", "777788889999");
    awaitSignUp(welcome("HOOLI", "Hooli", "Hugo Hooli", "#2f7f86"), "Hooli");
    invite("C0ACME", "Acme Robotics", "U0CUSTOMER", "222233334444");
    people.awaitReminder("Acme Robotics");
    aws.addOrganization("666677778888", "Stark", "aws@stark.example");
    details(welcome("STARK", "Stark", "Stella Stark", "#9a6b1f"), "Stark", "666677778888");
    start(welcome("WAYNE", "Wayne", "Wanda Wayne", "#4d5a66"), "Wayne", "transfer", "U0WAYNE");
  }

  void playOne() {
    complete("C0GLOBEX", "Globex", "U0OUTSIDER", "333344445555");
  }

  /** Plays one and looks at it in every way, in real time. */
  void rehearse() {
    playOne();
    people.awaitCard("C0GLOBEX", "Complete");
    people.type(ERIN, "C0OPS", "/aws-setup status");
    people.openHome(ERIN);
    people.await(() -> workspace.home(ERIN), "Home tab");
  }

  /** A customer of the partner, in a channel of their own. */
  private String welcome(String id, String name, String contact, String color) {
    Team team = new Team("T0" + id, name, name.toLowerCase(Locale.ROOT));
    workspace.put(team);
    workspace.put(
        Member.of("U0" + id, team, contact, "Europe/Berlin", Member.Kind.OUTSIDER, color));
    String channel = "C0" + id;
    workspace.put(
        StandInChannel.shared(channel, team.domain() + "-aws", team, ERIN, "U0" + id, "U0BOT"));
    return channel;
  }

  private void start(String channel, String customer, String option, String contact) {
    people.pass(beforeEach);
    people.type(ERIN, channel, "/aws-setup " + option);
    people.submit(ERIN, Map.of("customer_name", customer, "customer_contact", contact));
  }

  private void details(String channel, String customer, String account) {
    String contact = "U0" + channel.substring(2);
    start(channel, customer, "transfer", contact);
    enterDetails(channel, contact, customer, account);
  }

  private void enterDetails(String channel, String contact, String customer, String account) {
    people.press(contact, channel, "enter_details");
    Map<String, String> fields = contactOf(contact, customer);
    fields.put("account_id", account);
    people.submit(contact, fields);
  }

  private Map<String, String> contactOf(String id, String customer) {
    Map<String, String> fields = new HashMap<>();
    fields.put("contact_name", workspace.person(id).realName());
    String domain = customer.split(" ")[0].toLowerCase(Locale.ROOT);
    fields.put("contact_email", "it@" + domain + ".example");
    return fields;
  }

  private void review(String channel) {
    people.press(ERIN, channel, "review_invitation");
    people.submit(ERIN, Map.of());
  }

  private void invite(String channel, String customer, String contact, String account) {
    start(channel, customer, "transfer", contact);
    enterDetails(channel, contact, customer, account);
    review(channel);
  }

  private void complete(String channel, String customer, String contact, String account) {
    invite(channel, customer, contact, account);
    console.accept(handshakeOf(account));
    console.role(account, true);
    people.press(contact, channel, "check_now");
  }

  private void refuse(String channel, String customer, String account) {
    details(channel, customer, account);
    console.fault("payment_method_missing");
    review(channel);
  }

  private void decline(String channel, String customer, String account) {
    details(channel, customer, account);
    review(channel);
    console.decline(handshakeOf(account));
    people.press(ERIN, channel, "check_now");
  }

  /** Sent, and not answered for longer than it lives. */
  private void expire(String customer, String contact, String color, String account) {
    inviteNew(customer, contact, color, account);
    people.pass(LONGER_THAN_AN_INVITATION);
  }

  private void withdraw(String customer, String contact, String color, String account) {
    String channel = inviteNew(customer, contact, color, account);
    console.accept(handshakeOf(account));
    people.press(ERIN, channel, "check_now");
    aws.invitations().stream()
        .filter(invitation -> invitation.accountId().equals(account))
        .forEach(invitation -> console.withdraw(invitation.transferId()));
    people.press(ERIN, channel, "check_now");
  }

  /** Deployed and deleted again; two looks some time apart make it lost. */
  private void loseRole(String customer, String contact, String color, String account) {
    String channel = inviteNew(customer, contact, color, account);
    console.role(account, true);
    people.press(ERIN, channel, "check_now");
    console.role(account, false);
    people.press(ERIN, channel, "check_now");
  }

  private void deployUnsafely(String customer, String contact, String color, String account) {
    String channel = inviteNew(customer, contact, color, account);
    aws.deployRole(account, Sandbox.ROLE_NAME, null);
    people.press(ERIN, channel, "check_now");
  }

  private String inviteNew(String customer, String contact, String color, String account) {
    String domain = customer.toLowerCase(Locale.ROOT);
    aws.addOrganization(account, customer, "aws@" + domain + ".example");
    String channel = welcome(customer.toUpperCase(Locale.ROOT), customer, contact, color);
    details(channel, customer, account);
    review(channel);
    return channel;
  }

  private void cancel(String channel, String customer) {
    start(channel, customer, "transfer", "U0COLLEAGUE");
    people.type(ERIN, channel, "/aws-setup cancel");
    people.submit(ERIN, Map.of("reason", "Goes with the setup of the parent company."));
  }

  private void awaitSignUp(String channel, String customer) {
    String contact = "U0" + channel.substring(2);
    start(channel, customer, "new", contact);
    people.press(contact, channel, "enter_details");
    Map<String, String> fields = contactOf(contact, customer);
    fields.put("root_email", "aws-production@hooli.example");
    fields.put("account_name", customer + " production");
    fields.put("card_ready", "ready");
    people.submit(contact, fields);
  }

  private String handshakeOf(String account) {
    return people
        .await(
            () ->
                aws.invitations().stream()
                    .filter(invitation -> invitation.accountId().equals(account))
                    .reduce((first, second) -> second),
            "invitation of " + account)
        .handshakeId();
  }
}
