package awssetup.killed;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;

import awssetup.journey.NewAccountJourney;
import awssetup.testkit.TestSettings;
import awssetup.testkit.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The journeys, scene by scene. A day passes before each reminder. */
final class Scripts {
  private final List<Scene> scenes = new ArrayList<>();
  private Duration at = Duration.ZERO;

  private Scripts() {}

  private Scripts then(String name, Consumer<Stage> action) {
    at = at.plusMinutes(15);
    scenes.add(new Scene(name, at, action));
    return this;
  }

  private Scripts aDayLater(String name) {
    at = at.plusDays(1);
    return then(name, stage -> {});
  }

  static List<Scene> transfer() {
    return new Scripts().started("transfer").invitedForATransfer().approved().scenes;
  }

  static List<Scene> cancelledTransfer() {
    return new Scripts()
        .started("transfer")
        .invitedForATransfer()
        .then(
            "asks to cancel",
            s -> s.opens(ERIN, () -> s.slack.type(ERIN, ACME, "/aws-setup cancel")))
        .then("cancels", s -> s.submits(ERIN, Map.of("reason", "Bought elsewhere")))
        .aDayLater("a day after")
        .scenes;
  }

  static List<Scene> newAccount() {
    return new Scripts()
        .started("new")
        .then(
            "opens the account's details",
            s -> s.opens(CARLA, () -> s.press(CARLA, "enter_details", null)))
        .then("enters the account's details", s -> s.submits(CARLA, NewAccountJourney.details()))
        .aDayLater("is reminded of the account")
        .then("opens the report", s -> s.opens(CARLA, () -> s.press(CARLA, "report_account", null)))
        .then(
            "reports the account",
            s ->
                s.submits(
                    CARLA, Map.of("account_id", ACCOUNT, "preparation", NewAccountJourney.ALL)))
        .reviewed()
        .approved()
        .scenes;
  }

  private Scripts started(String option) {
    return then(
            "types the command",
            s -> s.opens(ERIN, () -> s.slack.type(ERIN, ACME, "/aws-setup " + option)))
        .then(
            "starts",
            s ->
                s.submits(
                    ERIN, Map.of("customer_name", "Acme Robotics", "customer_contact", CARLA)))
        .aDayLater("is reminded of the details");
  }

  private Scripts invitedForATransfer() {
    return then(
            "opens the details", s -> s.opens(CARLA, () -> s.press(CARLA, "enter_details", null)))
        .then("enters the details", s -> s.submits(CARLA, World.details()))
        .reviewed();
  }

  private Scripts reviewed() {
    return aDayLater("is reminded of the review")
        .then(
            "opens the review", s -> s.opens(ERIN, () -> s.press(ERIN, "review_invitation", null)))
        .then("sends the invitation", s -> s.submits(ERIN, Map.of()))
        .aDayLater("is reminded of the invitation");
  }

  private Scripts approved() {
    return then("approves", s -> s.aws.accept(s.handshake()))
        .aDayLater("is reminded of the role")
        .then(
            "has deployed the role",
            s -> {
              s.aws.deployRole(ACCOUNT, TestSettings.ROLE, TestSettings.externalId(ACCOUNT));
              s.hears(CARLA, () -> s.press(CARLA, "check_now", null));
            })
        .aDayLater("a day after");
  }
}
