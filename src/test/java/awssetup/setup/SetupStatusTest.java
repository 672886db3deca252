package awssetup.setup;

import static awssetup.setup.Stories.ACMES;
import static awssetup.setup.Stories.DECEMBERS_DEADLINE;
import static awssetup.setup.Stories.MONDAY;
import static awssetup.testkit.People.Ids.CARLA;
import static awssetup.testkit.People.Ids.COLIN;
import static awssetup.testkit.People.Ids.ERIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of both options: its steps, whose turn it is since when, and the card's buttons. */
class SetupStatusTest {

  static Stream<Arguments> states() {
    return Stream.of(
        state(
            Stories.acme(),
            "DetailsMissing Locked Locked",
            "DETAILS CUSTOMER PT0S",
            "ENTER_DETAILS SNOOZE SWITCH_OPTION"),
        state(
            Stories.acme().later(hours(1)).detailed().later(hours(1)),
            "Done ReviewMissing Locked",
            "INVITATION ENGINEER PT1H",
            "CORRECT_DETAILS REVIEW_INVITATION SNOOZE SWITCH_OPTION"),
        state(
            Stories.globex(),
            "DetailsMissing Locked Locked Locked",
            "DETAILS CUSTOMER PT0S",
            "ENTER_DETAILS SNOOZE SWITCH_OPTION"),
        state(
            Stories.globex().later(hours(1)).detailed(),
            "Done AccountMissing Locked Locked",
            "ACCOUNT CUSTOMER PT1H",
            "CORRECT_DETAILS REPORT_ACCOUNT SNOOZE SWITCH_OPTION"),
        state(
            Stories.globex().detailed().later(hours(2)).does(ticking(PreparationItem.ROOT_MFA)),
            "Done AccountMissing Locked Locked",
            "ACCOUNT CUSTOMER PT2H",
            "CORRECT_DETAILS REPORT_ACCOUNT SNOOZE SWITCH_OPTION"),
        state(
            Stories.globex().detailed().prepared().later(hours(3)).does(ticking()),
            "Done Unprepared Locked Locked",
            "ACCOUNT CUSTOMER PT3H",
            "CORRECT_DETAILS REPORT_ACCOUNT SNOOZE SWITCH_OPTION"),
        state(
            Stories.globex().detailed().later(hours(3)).prepared(),
            "Done Done ReviewMissing Locked",
            "INVITATION ENGINEER PT3H",
            "CORRECT_DETAILS REPORT_ACCOUNT REVIEW_INVITATION SNOOZE SWITCH_OPTION"),
        state(
            Stories.acme().detailed().later(hours(1)).reviewed(),
            "Done Sending RoleMissing",
            "BOOTSTRAP_ROLE CUSTOMER PT1H",
            "CORRECT_DETAILS OPEN_BOOTSTRAP CHECK_NOW SNOOZE"),
        state(
            Stories.acme().detailed().later(hours(1)).reviewed().attempting().troubled(),
            "Done Retrying RoleMissing",
            "BOOTSTRAP_ROLE CUSTOMER PT1H",
            "CORRECT_DETAILS OPEN_BOOTSTRAP CHECK_NOW SNOOZE"),
        state(
            reviewed().attempting().later(hours(1)).refused("UNSUPPORTED_PRICING"),
            "Done Refused RoleMissing",
            "INVITATION ENGINEER PT1H",
            "CORRECT_DETAILS SEND_AGAIN OPEN_BOOTSTRAP CHECK_NOW SNOOZE"),
        state(
            reviewed().attempting().later(hours(1)).refused("PAYMENT_INSTRUMENT_REQUIRED"),
            "Done Refused RoleMissing",
            "INVITATION CUSTOMER PT1H",
            "CORRECT_DETAILS SEND_AGAIN OPEN_BOOTSTRAP CHECK_NOW SNOOZE"),
        state(
            reviewed().attempting().later(hours(1)).sent(),
            "Done Open RoleMissing",
            "INVITATION CUSTOMER PT1H",
            "CORRECT_DETAILS OPEN_INVITATION OPEN_BOOTSTRAP CHECK_NOW SNOOZE"),
        state(
            Stories.globex().invited(),
            "Done Done Open RoleMissing",
            "INVITATION CUSTOMER PT0S",
            "CORRECT_DETAILS REPORT_ACCOUNT OPEN_INVITATION OPEN_BOOTSTRAP CHECK_NOW SNOOZE"),
        state(
            Stories.acme().invited().later(Duration.ofDays(16)),
            "Done Overdue RoleMissing",
            "INVITATION ENGINEER P15D",
            "CORRECT_DETAILS SEND_AGAIN OPEN_BOOTSTRAP CHECK_NOW SNOOZE"),
        state(
            Stories.acme().invited().later(hours(5)).seen(TransferStatus.DECLINED),
            "Done Over RoleMissing",
            "INVITATION ENGINEER PT5H",
            "CORRECT_DETAILS SEND_AGAIN OPEN_BOOTSTRAP CHECK_NOW SNOOZE"),
        state(
            Stories.acme().invited().later(hours(5)).seen(TransferStatus.UNKNOWN),
            "Done Over RoleMissing",
            "INVITATION ENGINEER PT5H",
            "CORRECT_DETAILS SEND_AGAIN OPEN_BOOTSTRAP CHECK_NOW SNOOZE"),
        state(
            Stories.acme().invited().corrected(),
            "Done Cancelling Locked",
            "nobody",
            "CORRECT_DETAILS"),
        state(
            Stories.acme().invited().roleAnswers(),
            "Done Open Done",
            "INVITATION CUSTOMER PT0S",
            "CORRECT_DETAILS OPEN_INVITATION CHECK_NOW SNOOZE"),
        state(
            Stories.acme().invited().later(hours(2)).seen(TransferStatus.ACCEPTED),
            "Done Done RoleMissing",
            "BOOTSTRAP_ROLE CUSTOMER PT2H",
            "OPEN_BOOTSTRAP CHECK_NOW SNOOZE"),
        state(
            Stories.globex().invited().later(hours(2)).seen(TransferStatus.ACCEPTED),
            "Done Done Done RoleMissing",
            "BOOTSTRAP_ROLE CUSTOMER PT2H",
            "OPEN_BOOTSTRAP CHECK_NOW SNOOZE"),
        state(
            accepted().roleAnswers().later(hours(9)).roleSilent().roleSilent(),
            "Done Done RoleLost",
            "BOOTSTRAP_ROLE CUSTOMER PT9H",
            "OPEN_BOOTSTRAP CHECK_NOW SNOOZE"),
        state(
            accepted().later(hours(3)).roleIsUnsafe(),
            "Done Done RoleUnsafe",
            "BOOTSTRAP_ROLE ENGINEER PT3H",
            "CHECK_NOW SNOOZE"),
        state(accepted().roleAnswers(), "Done Done Done", "nobody", "CHECK_NOW"),
        state(
            accepted().roleAnswers().does(new Observation.Completed()),
            "Done Done Done",
            "nobody",
            ""),
        state(Stories.acme().cancelled(), "DetailsMissing Locked Locked", "nobody", ""),
        state(Stories.acme().invited().cancelled(), "Done Cancelling Locked", "nobody", ""));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("states")
  void says_where_it_stands(Story story, String steps, String turn, String actions) {
    SetupStatus status = story.status();
    assertThat(
            status.steps().stream()
                .map(step -> step.state().getClass().getSimpleName())
                .collect(Collectors.joining(" ")))
        .isEqualTo(steps);
    assertThat(
            status
                .turn()
                .map(t -> t.step() + " " + t.actor() + " " + Duration.between(MONDAY, t.since()))
                .orElse("nobody")
                .replace("PT360H", "P15D"))
        .isEqualTo(turn);
    assertThat(status.actions().stream().map(Enum::name).collect(Collectors.joining(" ")))
        .isEqualTo(actions);
    assertThat(status.done()).isEqualTo(steps.split("Done", -1).length - 1);
    assertThat(status.allDone()).isEqualTo(status.current().isEmpty());
  }

  @Test
  void deadline_is_that_of_the_open_invitation_only() {
    Story acme = Stories.acme().invited();
    assertThat(acme.status().deadline()).contains(MONDAY.plus(Duration.ofDays(15)));
    assertThat(acme.later(Duration.ofDays(15)).status().deadline()).isEmpty();
    assertThat(Stories.acme().at("2026-11-20T10:00:00Z").invited().status().deadline())
        .contains(DECEMBERS_DEADLINE);
    assertThat(accepted().status().deadline()).isEmpty();
    assertThat(Stories.acme().invited().corrected().status().deadline()).isEmpty();
  }

  @Test
  void is_open_until_the_last_moment_before_the_deadline() {
    Story acme = Stories.acme().at("2026-11-20T10:00:00Z").invited();
    acme.at(DECEMBERS_DEADLINE.minusMillis(1));
    assertThat(acme.state(StepKey.INVITATION)).isInstanceOf(Step.State.Open.class);
    acme.at(DECEMBERS_DEADLINE);
    assertThat(acme.state(StepKey.INVITATION)).isInstanceOf(Step.State.Overdue.class);
  }

  @Test
  void customer_may_approve_and_deploy_in_either_order() {
    assertThat(Stories.acme().invited().status().waitingFor(Actor.CUSTOMER))
        .extracting(Step::key)
        .containsExactly(StepKey.INVITATION, StepKey.BOOTSTRAP_ROLE);
  }

  @Test
  void reminds_the_contact_else_who_submitted_the_details_else_the_engineer() {
    Setup.Facts facts = Stories.acme().setup().facts();
    assertThat(facts.toSetup().personFor(Actor.CUSTOMER)).isEqualTo(CARLA);
    assertThat(facts.toSetup().personFor(Actor.ENGINEER)).isEqualTo(ERIN);
    facts.customerContact = Optional.empty();
    assertThat(facts.toSetup().personFor(Actor.CUSTOMER)).isEqualTo(ERIN);
    facts.account = Optional.of(new TargetAccount(ACMES, COLIN, MONDAY));
    facts.details =
        Optional.of(Stories.details(Option.TRANSFER_BILLING, "colin@example.com", COLIN, MONDAY));
    assertThat(facts.toSetup().personFor(Actor.CUSTOMER)).isEqualTo(COLIN);
  }

  @Test
  void facts_that_cannot_be_true_fail_loudly() {
    Setup.Facts noDetails = Stories.acme().invited().setup().facts();
    noDetails.details = Optional.empty();
    assertThatIllegalStateException().isThrownBy(noDetails::toSetup);
    Setup.Facts noAccount = Stories.acme().detailed().setup().facts();
    noAccount.account = Optional.empty();
    assertThatIllegalStateException().isThrownBy(noAccount::toSetup);
    Setup.Facts noStarter = Stories.acme().setup().facts();
    noStarter.startedBy = null;
    assertThatIllegalStateException().isThrownBy(noStarter::toSetup);
  }

  @Test
  void facts_are_copies() {
    Setup setup = Stories.globex().detailed().setup();
    setup.facts().prepared.add(PreparationItem.SCPS);
    setup.prepared().add(PreparationItem.SCPS);
    assertThat(setup.prepared()).isEmpty();
  }

  private static Arguments state(Story story, String steps, String turn, String actions) {
    return arguments(story, steps, turn, actions);
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  private static Story reviewed() {
    return Stories.acme().ready().reviewed();
  }

  private static Story accepted() {
    return Stories.acme().invited().seen(TransferStatus.ACCEPTED);
  }

  private static Rule ticking(PreparationItem... items) {
    EnumSet<PreparationItem> ticked = EnumSet.noneOf(PreparationItem.class);
    ticked.addAll(List.of(items));
    return new ReportAccount(CARLA, Optional.empty(), ticked);
  }
}
