package awssetup.testkit;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.people.Delivery;
import awssetup.sandbox.slack.world.StandInMessage;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The whole app on a free port between the two stand-ins, with one fake clock, and the people of
 * two companies who use it. What is due runs on the test's thread. Closing fails if Slack would
 * have complained about anything.
 *
 * <p>Here is what people do, at AWS too, and the shortcuts to a state; what they see is in {@link
 * SlackAsRead}, and how the app stops and time passes in {@link RunningApp}.
 */
public final class World extends SlackAsRead {
  public static final String INVITE = "InviteOrganizationToTransferResponsibility";

  public World(Path directory) {
    this(directory, Map.of());
  }

  public World(Path directory, Map<String, String> more) {
    super(directory, more);
  }

  // In Slack

  public Delivery type(String who, String text) {
    return type(who, ACME, text);
  }

  public Delivery type(String who, String channel, String text) {
    Delivery delivery = slack.type(who, channel, text);
    settle();
    return delivery;
  }

  /** Types a command and reads what it answers, for this person only. */
  public String answer(String who, String text) {
    return answer(who, ACME, text);
  }

  public String answer(String who, String channel, String text) {
    assertThat(type(who, channel, text).ok()).isTrue();
    List<StandInMessage> all = slack.workspace().ephemerals(channel, who);
    assertThat(all).as("an answer").isNotEmpty();
    return MessageText.of(all.get(all.size() - 1));
  }

  /** Presses a button of the newest card. */
  public Delivery press(String who, String actionId) {
    return press(who, actionId, null);
  }

  public Delivery press(String who, String actionId, String choice) {
    StandInMessage card = card();
    Delivery delivery =
        slack.press(who, ACME, card.ts(), MessageText.blockOf(card, actionId), actionId, choice);
    settle();
    return delivery;
  }

  /** Presses a button on a certain message of the channel. */
  public Delivery pressOn(StandInMessage message, String who, String actionId) {
    Delivery delivery =
        slack.press(
            who,
            message.channel(),
            message.ts(),
            MessageText.blockOf(message, actionId),
            actionId,
            null);
    settle();
    return delivery;
  }

  /** Submits the modal that this person has open; a list stands for ticked boxes. */
  public Delivery submit(String who, Map<String, ?> fields) {
    JsonObject view = view(who);
    fields.values().forEach(unlogged::remember);
    Delivery delivery =
        slack.submit(who, view.get("id").getAsString(), ModalFields.values(view, fields));
    settle();
    return delivery;
  }

  // At AWS

  /** How often AWS was asked for an invitation. */
  public int inviteCalls() {
    return calls(INVITE);
  }

  public int calls(String operation) {
    return (int) aws.calls().stream().filter(c -> c.operation().equals(operation)).count();
  }

  public String handshake() {
    var invitations = aws.invitations();
    assertThat(invitations).as("an invitation at AWS").isNotEmpty();
    return invitations.get(invitations.size() - 1).handshakeId();
  }

  public String transfer() {
    var invitations = aws.invitations();
    return invitations.get(invitations.size() - 1).transferId();
  }

  public void deployRole() {
    aws.deployRole(ACCOUNT, TestSettings.ROLE, TestSettings.externalId(ACCOUNT));
  }

  /** An engineer invites the customer's account by hand, without the bot. */
  public void inviteInTheConsole() {
    inviteInTheConsole("2027-01-01T00:00:00Z");
  }

  public void inviteInTheConsole(String startsAt) {
    inviteInTheConsole(ACCOUNT, startsAt);
  }

  public void inviteInTheConsole(String account, String startsAt) {
    AwsConsole.invite(aws, account, startsAt);
  }

  // Shortcuts to a state

  public void startTransfer() {
    assertThat(type(ERIN, "/aws-setup transfer").ok()).isTrue();
    assertThat(
            submit(ERIN, Map.of("customer_name", "Acme Robotics", "customer_contact", CARLA)).ok())
        .isTrue();
  }

  public static Map<String, String> details() {
    return details(ACCOUNT);
  }

  public void enterDetails() {
    press(CARLA, "enter_details");
    assertThat(submit(CARLA, details()).fieldErrors()).isEmpty();
  }

  /** Another customer's details. */
  public static Map<String, String> details(String account) {
    return Map.of(
        "account_id",
        account,
        "contact_name",
        "Carla Customer",
        "contact_email",
        "carla@acme.example");
  }

  public void correctAccount(String account) {
    press(CARLA, "enter_details");
    assertThat(submit(CARLA, details(account)).fieldErrors()).isEmpty();
  }

  public void review() {
    press(ERIN, "review_invitation");
    assertThat(submit(ERIN, Map.of()).fieldErrors()).isEmpty();
  }

  public void invited() {
    startTransfer();
    enterDetails();
    review();
    assertThat(aws.invitations()).hasSize(1);
  }

  public void accepted() {
    invited();
    aws.accept(handshake());
    jump(Duration.ofMinutes(2));
    press(CARLA, "check_now");
    assertThat(cardText()).contains("2 of 3");
  }

  /** Plays the rest of the journey, which shows that nothing is stuck. */
  public void goesOnToTheEnd() {
    aws.accept(handshake());
    deployRole();
    press(CARLA, "check_now");
    assertIsComplete();
  }

  public void assertIsComplete() {
    assertThat(cardText()).contains("3 of 3", "Complete");
    assertThat(said("is complete")).hasSize(1);
    assertThat(postedTwice(ACME)).isEmpty();
  }
}
