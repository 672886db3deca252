package awssetup.setup;

import static awssetup.setup.DetailsTest.refuses;
import static awssetup.setup.Stories.ACMES;
import static awssetup.setup.Stories.ANOTHER;
import static awssetup.setup.Stories.DECEMBER;
import static awssetup.setup.Stories.DECEMBERS_DEADLINE;
import static awssetup.setup.Stories.kinds;
import static awssetup.testkit.People.Ids.ERIN;
import static awssetup.testkit.People.Ids.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewInvitationTest {

  @Test
  void opens_the_first_round_and_asks_for_the_role() {
    Story acme = Stories.acme().detailed().later(Duration.ofHours(1)).reviewed();
    assertThat(acme.setup().rounds()).isEqualTo(1);
    assertThat(acme.setup().accountInReview()).contains(ACMES);
    assertThat(acme.setup().roleWantedSince()).isEqualTo(acme.now());
    assertThat(kinds(acme.last())).containsExactly(AuditEvent.Kind.REVIEWED);
    assertThat(acme.last().messages()).isEmpty();
    assertThat(acme.plan()).isInstanceOf(Plan.Invite.class);
  }

  @Test
  void the_same_submission_twice_opens_one_round() {
    Story acme = Stories.acme().detailed().reviewed();
    assertThat(acme.trying(acme.reviewing(DECEMBER)).isNone()).isTrue();
    acme.attempting();
    assertThat(acme.trying(acme.reviewing(DECEMBER)).isNone()).isTrue();
    acme.sent();
    assertThat(acme.trying(acme.reviewing(DECEMBER)).isNone()).isTrue();
    acme.cancelled();
    acme.seen(TransferStatus.CANCELED);
    refuses(acme, acme.reviewing(DECEMBER), NotPossible.Why.ENDED);
  }

  @Test
  void the_same_submission_is_known_after_the_month_was_moved() {
    Story acme = Stories.acme().detailed().reviewed().attempting().refused("START_DATE_TOO_EARLY");
    assertThat(acme.setup().invitation().orElseThrow().startMonth())
        .isEqualTo(DECEMBER.plusMonths(1));
    assertThat(acme.trying(acme.reviewing(DECEMBER)).isNone()).isTrue();
  }

  @Test
  void a_second_review_is_refused_while_one_is_under_way_or_open() {
    Story acme = Stories.acme().detailed().reviewed();
    refuses(acme, byAnother(acme), NotPossible.Why.ALREADY_SENT);
    acme.attempting();
    refuses(acme, byAnother(acme), NotPossible.Why.ALREADY_SENT);
    acme.troubled();
    refuses(acme, byAnother(acme), NotPossible.Why.ALREADY_SENT);
    acme.sent();
    refuses(acme, byAnother(acme), NotPossible.Why.ALREADY_SENT);
    acme.seen(TransferStatus.ACCEPTED);
    refuses(acme, byAnother(acme), NotPossible.Why.ALREADY_ACCEPTED);
  }

  @Test
  void counts_for_no_other_account_than_the_one_shown() {
    Story acme = Stories.acme().detailed();
    Rule shownBefore = acme.reviewing(DECEMBER);
    acme.corrected();
    refuses(acme, shownBefore, NotPossible.Why.REVIEW_VOID);
    acme.reviewed();
    assertThat(acme.setup().accountInReview()).contains(ANOTHER);
  }

  @Test
  void is_refused_before_the_steps_ahead_of_it_are_done() {
    Rule early =
        new ReviewInvitation(
            ERIN, ACMES, DECEMBER, "Acme", Optional.empty(), Reviewers.ANY_ENGINEER);
    refuses(Stories.acme(), early, NotPossible.Why.NOT_READY);
    refuses(Stories.globex().detailed(), early, NotPossible.Why.NOT_READY);
    refuses(Stories.acme().cancelled(), early, NotPossible.Why.ENDED);
  }

  @Test
  void is_refused_while_the_previous_invitation_is_being_cancelled() {
    Story acme = Stories.acme().invited().corrected();
    refuses(acme, acme.reviewing(DECEMBER), NotPossible.Why.STILL_CANCELLING);
    acme.seen(TransferStatus.CANCELED);
    assertThat(acme.reviewed().setup().rounds()).isEqualTo(2);
  }

  @Test
  void is_refused_for_a_month_that_can_no_longer_be_accepted() {
    Story acme = Stories.acme().detailed().at(DECEMBERS_DEADLINE);
    refuses(acme, acme.reviewing(DECEMBER), NotPossible.Why.MONTH_TOO_SOON);
    acme.at(DECEMBERS_DEADLINE.minusSeconds(1)).reviewed();
    assertThat(acme.setup().rounds()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"DECLINED", "CANCELED", "EXPIRED", "WITHDRAWN"})
  void sends_again_what_is_over(TransferStatus over) {
    Story acme = Stories.acme().invited().seen(over).later(Duration.ofHours(1)).reviewed();
    assertThat(acme.setup().rounds()).isEqualTo(2);
    assertThat(acme.setup().invitation().orElseThrow().sent()).isEmpty();
    assertThat(acme.plan()).isInstanceOf(Plan.Invite.class);
  }

  @Test
  void sends_again_what_was_refused() {
    Story acme = Stories.acme().ready().reviewed().attempting();
    acme.refused("UNSUPPORTED_PRICING").reviewed();
    assertThat(acme.setup().rounds()).isEqualTo(2);
    assertThat(acme.plan()).isInstanceOf(Plan.Invite.class);
  }

  @Test
  void sends_again_what_has_run_out_as_a_new_round() {
    Story acme = Stories.acme().invited().later(Duration.ofDays(15));
    assertThat(acme.state(StepKey.INVITATION)).isInstanceOf(Step.State.Overdue.class);
    assertThat(acme.reviewed().setup().rounds()).isEqualTo(2);
  }

  @Test
  void is_refused_to_the_engineer_who_started_the_setup_if_a_second_one_is_required() {
    Story acme = Stories.acme().detailed();
    refuses(acme, by(ERIN, acme, Reviewers.ANOTHER_ENGINEER), NotPossible.Why.SECOND_ENGINEER);
    acme.does(by(SAM, acme, Reviewers.ANOTHER_ENGINEER));
    assertThat(acme.setup().accountInReview()).contains(ACMES);
  }

  @Test
  void a_second_engineer_is_asked_for_whenever_an_engineer_has_to_send_an_invitation() {
    Turn review = Stories.acme().detailed().status().turn().orElseThrow();
    assertThat(Reviewers.ANOTHER_ENGINEER.sendFor(review)).isTrue();
    assertThat(Reviewers.ANY_ENGINEER.sendFor(review)).isFalse();
    Turn details = Stories.acme().status().turn().orElseThrow();
    assertThat(Reviewers.ANOTHER_ENGINEER.sendFor(details)).isFalse();
  }

  private static Rule byAnother(Story story) {
    return by(SAM, story, Reviewers.ANY_ENGINEER);
  }

  private static Rule by(UserId engineer, Story story, Reviewers reviewers) {
    return new ReviewInvitation(
        engineer,
        story.setup().account().orElseThrow().id(),
        DECEMBER,
        "Acme",
        Optional.empty(),
        reviewers);
  }
}
