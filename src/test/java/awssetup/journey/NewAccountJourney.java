package awssetup.journey;

import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.people.Delivery;
import awssetup.testkit.TestSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has what the tests of the new account option share: who enters what. */
public abstract class NewAccountJourney extends Journey {
  static final String ALIAS = "aws-new@acme.example";
  public static final List<String> ALL =
      List.of("root_mfa", "organization", "scps", "cloudtrail", "stacksets", "iam_billing");

  void start() {
    world.type(ERIN, "/aws-setup new");
    world.submit(ERIN, Map.of("customer_name", "Acme Robotics", "customer_contact", CARLA));
  }

  /** The details as Carla enters them, with another value in one field. */
  static Map<String, Object> detailsBut(String field, Object value) {
    Map<String, Object> details = new HashMap<>();
    details.put("root_email", ALIAS);
    details.put("account_name", "Acme cloud");
    details.put("card_ready", List.of("ready"));
    details.put("contact_name", "Carla Customer");
    details.put("contact_email", "carla@acme.example");
    details.put("contact_phone", "+49 30 1234567");
    details.put("support_plan", "resold");
    details.put(field, value);
    return details;
  }

  public static Map<String, Object> details() {
    return detailsBut("root_email", ALIAS);
  }

  void enterDetails() {
    world.press(CARLA, "enter_details");
    accepted(world.submit(CARLA, details()));
  }

  void startWithDetails() {
    start();
    enterDetails();
  }

  /** Presses the card's button and reports an ID, ticks, or both. */
  void report(String who, Map<String, ?> fields) {
    world.press(who, "report_account");
    accepted(world.submit(who, fields));
  }

  /** Approves the transfer at AWS, deploys the role and presses *Check now*. */
  void approveAndDeploy(String account) {
    world.aws.accept(world.handshake());
    world.aws.deployRole(account, TestSettings.ROLE, TestSettings.externalId(account));
    world.press(CARLA, "check_now");
  }

  static void accepted(Delivery delivery) {
    assertThat(delivery.fieldErrors()).isEmpty();
    assertThat(delivery.ok()).isTrue();
  }

  /** Submits fields and expects an error on this field only, while the modal stays open. */
  String refused(String who, Map<String, ?> fields, String field) {
    var before = world.view(who);
    Delivery delivery = world.submit(who, fields);
    assertThat(delivery.fieldErrors()).as("errors for %s", fields).containsOnlyKeys(field);
    assertThat(world.view(who)).isEqualTo(before);
    return delivery.fieldErrors().get(field);
  }
}
