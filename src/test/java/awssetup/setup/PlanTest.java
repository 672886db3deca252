package awssetup.setup;

import static awssetup.setup.Stories.ACMES;
import static awssetup.setup.Stories.DECEMBERS_DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.Plan.Unreachable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the plan does first for given facts, and how long it waits. */
class PlanTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void waits_for_the_first_reminder_while_the_customer_fills_in_the_details() {
    Story acme = Stories.acme();
    assertThat(acme.plan()).isEqualTo(waiting(acme.now().plus(Duration.ofHours(24))));
  }

  @Test
  void invites_what_was_reviewed_before_it_probes_the_role() {
    Story acme = Stories.acme().ready().reviewed();
    assertThat(acme.plan())
        .isInstanceOfSatisfying(
            Plan.Invite.class,
            invite -> assertThat(invite.invitation().account()).isEqualTo(ACMES));
    acme.attempting().sent();
    assertThat(acme.plan()).isInstanceOf(Plan.Look.class);
  }

  @Test
  void probes_the_role_while_the_invitation_cannot_be_sent() {
    Story acme = Stories.acme().ready().reviewed().attempting().troubled();
    assertThat(acme.plan())
        .isInstanceOfSatisfying(
            Plan.Look.class, look -> assertThat(look.account()).isEqualTo(ACMES));
    acme.roleSilent();
    assertThat(acme.plan()).isEqualTo(waiting(acme.now().plusSeconds(5)));
  }

  @Test
  void probes_the_role_every_interval_at_first() {
    Story acme = Stories.acme().invited().roleSilent();
    assertThat(acme.plan()).isEqualTo(waiting(acme.now().plus(MINUTE)));
    assertThat(acme.later(MINUTE).plan())
        .isInstanceOfSatisfying(Plan.Look.class, look -> assertThat(look.transfer()).isEmpty());
  }

  @Test
  void looks_at_the_transfer_too_for_a_quarter_of_an_hour_after_check_now() {
    Story acme = Stories.acme().invited().roleSilent().later(Duration.ofDays(1)).checked();
    assertThat(((Plan.Look) acme.plan()).transfer()).isPresent();
    assertThat(((Plan.Look) acme.plan(Unreachable.INVITATIONS)).transfer()).isEmpty();
    acme.later(Duration.ofMinutes(16));
    assertThat(((Plan.Look) acme.plan()).transfer()).isEmpty();
  }

  @Test
  void does_not_look_at_a_transfer_that_is_over() {
    Story acme = Stories.acme().invited().seen(TransferStatus.DECLINED).checked();
    assertThat(((Plan.Look) acme.plan()).transfer()).isEmpty();
  }

  @Test
  void soon_tries_a_service_again_that_does_not_answer() {
    Story role = Stories.acme().invited();
    assertThat(role.plan(Unreachable.ROLES)).isEqualTo(waiting(role.now().plus(MINUTE)));
    Story invitation = Stories.acme().ready().reviewed().attempting().roleSilent();
    assertThat(invitation.plan(Unreachable.INVITATIONS))
        .isEqualTo(waiting(invitation.now().plus(MINUTE)));
    Story cancelled = Stories.acme().invited().cancelled();
    assertThat(cancelled.plan(Unreachable.INVITATIONS))
        .isEqualTo(
            new Plan.Wait(
                cancelled.now().plus(MINUTE), "AWS or the channel has to hear of the end"));
  }

  @Test
  void waits_for_the_deadline_if_nothing_comes_before_it() {
    Story acme = Stories.acme().at("2026-11-29T23:50:00Z").invited().roleSilent();
    acme.later(Duration.ofMinutes(9).plusSeconds(30)).roleSilent();
    assertThat(acme.plan()).isEqualTo(waiting(DECEMBERS_DEADLINE));
  }

  @Test
  void looks_once_more_before_it_calls_an_invitation_too_late() {
    Story acme = Stories.acme().invited().roleSilent().later(Duration.ofDays(15));
    assertThat(acme.state(StepKey.INVITATION)).isInstanceOf(Step.State.Overdue.class);
    assertThat(acme.plan())
        .isInstanceOfSatisfying(Plan.Look.class, look -> assertThat(look.transfer()).isPresent());
    acme.roleSilent();
    assertThat(acme.plan())
        .isInstanceOfSatisfying(
            Plan.Note.class, note -> assertThat(note.why()).isEqualTo("the deadline has passed"));
    acme.does(((Plan.Note) acme.plan()).rule());
    assertThat(acme.plan()).isInstanceOf(Plan.Wait.class);
  }

  @Test
  void what_was_accepted_during_a_downtime_is_never_called_too_late() {
    Story acme = Stories.acme().invited().roleSilent().later(Duration.ofDays(15));
    assertThat(acme.plan()).isInstanceOf(Plan.Look.class);
    acme.seen(TransferStatus.ACCEPTED).roleSilent();
    assertThat(acme.plan()).isInstanceOf(Plan.Wait.class);
  }

  @Test
  void an_invitation_that_cannot_be_looked_at_is_called_too_late_anyway() {
    Story acme = Stories.acme().invited().roleSilent().later(Duration.ofDays(15));
    assertThat(acme.plan(Unreachable.ROLES)).isInstanceOf(Plan.Note.class);
  }

  @Test
  void cancels_an_unwanted_invitation_first_and_goes_on_if_it_cannot() {
    Story acme = Stories.acme().invited().corrected();
    assertThat(acme.plan()).isInstanceOf(Plan.Cancel.class);
    acme.troubled();
    assertThat(acme.plan()).isEqualTo(waiting(acme.now().plusSeconds(5)));
  }

  @Test
  void nothing_is_left_after_the_end() {
    assertThat(Stories.acme().cancelled().plan()).isInstanceOf(Plan.Finished.class);
    assertThat(Stories.globex().ready().reviewed().cancelled().plan())
        .isInstanceOf(Plan.Finished.class);
    Story accepted = Stories.acme().invited().seen(TransferStatus.ACCEPTED).cancelled();
    assertThat(accepted.later(Duration.ofDays(90)).plan()).isInstanceOf(Plan.Finished.class);
  }

  @Test
  void completes_at_once_when_the_role_was_the_last_step() {
    Story acme = Stories.acme().invited().seen(TransferStatus.ACCEPTED).roleSilent();
    acme.later(Duration.ofHours(1)).roleAnswers();
    assertThat(acme.plan())
        .isInstanceOfSatisfying(
            Plan.Note.class, note -> assertThat(note.why()).isEqualTo("every step is done"));
  }

  private static Plan.Wait waiting(Instant until) {
    return new Plan.Wait(until, "nothing is due");
  }
}
