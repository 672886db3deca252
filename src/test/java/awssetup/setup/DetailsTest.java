package awssetup.setup;

import static awssetup.setup.Stories.ACMES;
import static awssetup.setup.Stories.ANOTHER;
import static awssetup.setup.Stories.MONDAY;
import static awssetup.setup.Stories.kinds;
import static awssetup.setup.Stories.notices;
import static awssetup.testkit.People.Ids.CARLA;
import static awssetup.testkit.People.Ids.COLIN;
import static awssetup.testkit.People.Ids.ERIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Starting a setup, its details, and the other option. */
class DetailsTest {

  @Test
  void start_owes_the_card_and_nothing_else() {
    Change start = Stories.acme().last();
    assertThat(start.messages()).containsExactly(Message.Draft.card());
    assertThat(start.events())
        .containsExactly(
            new AuditEvent(
                MONDAY,
                Optional.of(ERIN),
                AuditEvent.Kind.STARTED,
                Optional.of("transfer_billing")));
    assertThat(start.after().isOpen()).isTrue();
    assertThat(start.after().version()).isZero();
  }

  @Test
  void details_of_a_transfer_name_its_account() {
    Story acme = Stories.acme().later(Duration.ofHours(1)).detailed();
    assertThat(acme.setup().account()).contains(new TargetAccount(ACMES, CARLA, acme.now()));
    assertThat(notices(acme.last())).containsExactly(Notice.DETAILS_RECEIVED);
    assertThat(kinds(acme.last())).containsExactly(AuditEvent.Kind.DETAILS_SUBMITTED);
  }

  @Test
  void details_of_a_new_account_leave_its_account_open() {
    Story globex = Stories.globex().detailed();
    assertThat(globex.setup().details()).isPresent();
    assertThat(globex.setup().account()).isEmpty();
    assertThat(notices(globex.last())).containsExactly(Notice.DETAILS_RECEIVED);
  }

  @Test
  void same_details_again_change_nothing_even_from_another_person() {
    Story acme = Stories.acme().detailed().later(Duration.ofMinutes(1));
    assertThat(acme.trying(acme.submitting("carla@example.com", ACMES)).isNone()).isTrue();
    Details same = Stories.details(Option.TRANSFER_BILLING, "carla@example.com", COLIN, acme.now());
    assertThat(
            acme.trying(new SubmitDetails(COLIN, Option.TRANSFER_BILLING, same, Optional.of(ACMES)))
                .isNone())
        .isTrue();
  }

  @Test
  void another_contact_is_a_correction_that_leaves_a_review_alone() {
    Story acme = Stories.acme().invited().roleAnswers().later(Duration.ofHours(1));
    acme.does(acme.submitting("colin@example.com", ACMES));
    assertThat(notices(acme.last())).containsExactly(Notice.DETAILS_CORRECTED);
    assertThat(kinds(acme.last())).containsExactly(AuditEvent.Kind.DETAILS_CORRECTED);
    assertThat(acme.setup().accountInReview()).contains(ACMES);
    assertThat(acme.setup().role().isGood()).isTrue();
    assertThat(acme.setup().account().orElseThrow().at()).isEqualTo(MONDAY);
  }

  @Test
  void another_account_before_the_review_is_a_correction() {
    Story acme = Stories.acme().detailed().corrected();
    assertThat(acme.setup().account().orElseThrow().id()).isEqualTo(ANOTHER);
    assertThat(notices(acme.last())).containsExactly(Notice.DETAILS_CORRECTED);
  }

  @Test
  void details_are_refused_after_the_acceptance_and_after_the_end() {
    Story accepted = Stories.acme().invited().seen(TransferStatus.ACCEPTED);
    refuses(
        accepted,
        accepted.submitting("colin@example.com", ACMES),
        NotPossible.Why.ALREADY_ACCEPTED);
    Story ended = Stories.acme().detailed().cancelled();
    refuses(ended, ended.submitting("colin@example.com", ACMES), NotPossible.Why.ENDED);
  }

  @Test
  void details_of_the_other_option_are_refused_and_so_is_a_modal_from_before_the_switch() {
    Story acme = Stories.acme();
    Rule fromBefore = acme.submitting("carla@example.com", ACMES);
    acme.does(new SwitchOption(ERIN, Option.NEW_ACCOUNT));
    refuses(acme, fromBefore, NotPossible.Why.OTHER_OPTION);
  }

  @Test
  void switching_keeps_the_contact_and_forgets_the_account() {
    Story acme = Stories.acme().detailed().later(Duration.ofHours(2));
    acme.does(new SwitchOption(ERIN, Option.NEW_ACCOUNT));
    assertThat(acme.setup().option()).isEqualTo(Option.NEW_ACCOUNT);
    assertThat(acme.setup().optionAt()).isEqualTo(acme.now());
    assertThat(acme.setup().account()).isEmpty();
    assertThat(acme.setup().details()).isEmpty();
    assertThat(acme.setup().knownContact().orElseThrow().email()).isEqualTo("carla@example.com");
    assertThat(notices(acme.last())).containsExactly(Notice.OPTION_SWITCHED);
    acme.does(new SwitchOption(ERIN, Option.TRANSFER_BILLING));
    assertThat(acme.setup().knownContact()).isPresent();
  }

  @Test
  void switching_to_what_it_is_already_changes_nothing() {
    Story acme = Stories.acme().detailed();
    assertThat(acme.trying(new SwitchOption(ERIN, Option.TRANSFER_BILLING)).isNone()).isTrue();
  }

  @Test
  void switching_is_refused_from_the_review_on() {
    Rule toNew = new SwitchOption(ERIN, Option.NEW_ACCOUNT);
    refuses(Stories.acme().ready().reviewed(), toNew, NotPossible.Why.ALREADY_SENT);
    refuses(
        Stories.acme().invited().seen(TransferStatus.ACCEPTED),
        toNew,
        NotPossible.Why.ALREADY_ACCEPTED);
    refuses(Stories.acme().cancelled(), toNew, NotPossible.Why.ENDED);
  }

  @Test
  void setups_details_and_intents_print_no_personal_data() {
    Story acme = Stories.acme().invited();
    assertThat(
            acme.setup()
                + " "
                + acme.setup().details()
                + acme.submitting("carla@example.com", ACMES)
                + acme.reviewing(Stories.DECEMBER)
                + new CancelSetup(ERIN, "Carla left")
                + acme.setup().invitation())
        .doesNotContainIgnoringCase("carla")
        .doesNotContain("example.com", "Acme 7Q2K");
  }

  static void refuses(Story story, Rule rule, NotPossible.Why why) {
    assertThatThrownBy(() -> story.trying(rule))
        .isInstanceOfSatisfying(NotPossible.class, no -> assertThat(no.why()).isEqualTo(why));
  }
}
