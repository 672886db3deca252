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
 * The steps of a setup as an engineer and a customer take them in Slack and AWS. Each method does
 * what comes before it too, unless it takes a channel where that has been done.
 */
final class ScriptedSetups {
  static final String ERIN = "U0ENGINEER";

  private final ScriptedPeople people;
  private final StandInWorkspace workspace;
  private final AwsStandIn aws;
  private final AwsPanel console;
  private final Duration pause;

  /**
   * @param pause passes before each new setup, so that the app's rate limits do not slow it down
   */
  ScriptedSetups(
      ScriptedPeople people,
      StandInWorkspace workspace,
      AwsStandIn aws,
      AwsPanel console,
      Duration pause) {
    this.people = people;
    this.workspace = workspace;
    this.aws = aws;
    this.console = console;
    this.pause = pause;
  }

  /** Adds a customer with a shared channel of their own, and returns the channel's ID. */
  String addCustomer(String id, String name, String contact, String color) {
    Team team = new Team("T0" + id, name, name.toLowerCase(Locale.ROOT));
    workspace.put(team);
    workspace.put(
        Member.of("U0" + id, team, contact, "Europe/Berlin", Member.Kind.OUTSIDER, color));
    String channel = "C0" + id;
    workspace.put(
        StandInChannel.shared(channel, team.domain() + "-aws", team, ERIN, "U0" + id, "U0BOT"));
    return channel;
  }

  void start(String channel, String customer, String option, String contact) {
    people.pass(pause);
    people.type(ERIN, channel, "/aws-setup " + option);
    people.submit(ERIN, Map.of("customer_name", customer, "customer_contact", contact));
  }

  void startAndEnterDetails(String channel, String customer, String account) {
    String contact = contactIn(channel);
    start(channel, customer, "transfer", contact);
    enterDetails(channel, contact, customer, account);
  }

  private void enterDetails(String channel, String contact, String customer, String account) {
    people.press(contact, channel, "enter_details");
    Map<String, String> fields = contactFields(contact, customer);
    fields.put("account_id", account);
    people.submit(contact, fields);
  }

  /** The fields about the contact person, to be completed with those of the option. */
  Map<String, String> contactFields(String id, String customer) {
    Map<String, String> fields = new HashMap<>();
    fields.put("contact_name", workspace.person(id).realName());
    String domain = customer.split(" ")[0].toLowerCase(Locale.ROOT);
    fields.put("contact_email", "it@" + domain + ".example");
    return fields;
  }

  /** The one person of a customer that {@link #addCustomer} added. */
  static String contactIn(String channel) {
    return "U0" + channel.substring(2);
  }

  void review(String channel) {
    people.press(ERIN, channel, "review_invitation");
    people.submit(ERIN, Map.of());
  }

  void invite(String channel, String customer, String contact, String account) {
    start(channel, customer, "transfer", contact);
    enterDetails(channel, contact, customer, account);
    review(channel);
  }

  /** Adds a customer with an AWS account, invites them, and returns the channel's ID. */
  String inviteNew(String customer, String contact, String color, String account) {
    String domain = customer.toLowerCase(Locale.ROOT);
    aws.addOrganization(account, customer, "aws@" + domain + ".example");
    String channel = addCustomer(customer.toUpperCase(Locale.ROOT), customer, contact, color);
    startAndEnterDetails(channel, customer, account);
    review(channel);
    return channel;
  }

  void complete(String channel, String customer, String contact, String account) {
    invite(channel, customer, contact, account);
    console.accept(handshakeOf(account));
    console.role(account, true);
    people.press(contact, channel, "check_now");
  }

  /** The handshake of the account's newest invitation, once the app has sent it. */
  String handshakeOf(String account) {
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
