package awssetup.setup;

import static awssetup.setup.DetailsTest.refuses;
import static awssetup.setup.Stories.kinds;
import static awssetup.setup.Stories.notices;
import static awssetup.testkit.People.Ids.CARLA;
import static awssetup.testkit.People.Ids.ERIN;
import static awssetup.testkit.People.Ids.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people ask for: check now, remind later, remind now, cancel. */
class AskingTest {

  @Test
  void check_now_looks_at_the_role_and_the_open_invitation() {
    Story acme = Stories.acme().invited().roleSilent().later(Duration.ofHours(5)).roleSilent();
    acme.later(Duration.ofMinutes(1)).checked();
    assertThat(kinds(acme.last())).containsExactly(AuditEvent.Kind.CHECK_ASKED);
    assertThat(acme.last().messages()).isEmpty();
    assertThat(acme.plan())
        .isInstanceOfSatisfying(Plan.Look.class, look -> assertThat(look.transfer()).isPresent());
  }

  @Test
  void check_now_tries_again_at_once_what_aws_had_refused() {
    Story acme =
        Stories.acme().ready().reviewed().attempting().refused("PAYMENT_INSTRUMENT_REQUIRED");
    acme.roleSilent();
    assertThat(acme.plan()).isInstanceOf(Plan.Wait.class);
    acme.later(Duration.ofHours(1)).checked();
    assertThat(kinds(acme.last())).containsExactly(AuditEvent.Kind.RETRY_ASKED);
    assertThat(acme.plan()).isInstanceOf(Plan.Invite.class);
  }

  @Test
  void check_now_pressed_twice_looks_twice_and_is_recorded_once() {
    Story acme = Stories.acme().invited().checked().roleSilent();
    acme.later(Duration.ofSeconds(2)).checked();
    assertThat(acme.last().events()).isEmpty();
    assertThat(acme.plan()).isInstanceOf(Plan.Look.class);
    acme.roleSilent().later(Duration.ofMinutes(1)).checked();
    assertThat(kinds(acme.last())).containsExactly(AuditEvent.Kind.CHECK_ASKED);
  }

  @Test
  void the_same_snooze_twice_counts_once() {
    Story acme = Stories.acme().does(new Snooze(CARLA, Duration.ofDays(3)));
    acme.later(Duration.ofSeconds(2)).does(new Snooze(CARLA, Duration.ofDays(3)));
    assertThat(acme.last().isNone()).isTrue();
    acme.does(new Snooze(CARLA, Duration.ofDays(7)));
    assertThat(kinds(acme.last())).containsExactly(AuditEvent.Kind.SNOOZED);
  }

  @Test
  void check_now_is_refused_before_the_review_and_after_the_end() {
    Rule check = new CheckNow(CARLA);
    refuses(Stories.acme().detailed(), check, NotPossible.Why.NOT_READY);
    refuses(Stories.acme().invited().corrected(), check, NotPossible.Why.NOT_READY);
    refuses(Stories.acme().invited().cancelled(), check, NotPossible.Why.ENDED);
  }

  @Test
  void snooze_and_remind_now_need_a_person_who_has_to_act() {
    Rule snooze = new Snooze(CARLA, Duration.ofDays(1));
    Rule remind = new RemindNow(ERIN);
    Story waiting = Stories.acme().invited().corrected();
    refuses(waiting, snooze, NotPossible.Why.NOBODY_WAITS);
    refuses(waiting, remind, NotPossible.Why.NOBODY_WAITS);
    Story ended = Stories.acme().cancelled();
    refuses(ended, snooze, NotPossible.Why.ENDED);
    refuses(ended, remind, NotPossible.Why.ENDED);
  }

  @Test
  void snooze_says_nothing_and_is_kept_in_the_history() {
    Story acme = Stories.acme().does(new Snooze(CARLA, Duration.ofDays(3)));
    assertThat(acme.last().messages()).isEmpty();
    assertThat(acme.last().events())
        .containsExactly(
            new AuditEvent(
                acme.now(), Optional.of(CARLA), AuditEvent.Kind.SNOOZED, Optional.of("P3D")));
    assertThat(acme.setup().reminderHistory().snoozedUntil())
        .contains(acme.now().plus(Duration.ofDays(3)));
  }

  @Test
  void remind_now_is_one_reminder_by_that_engineer() {
    Story acme = Stories.acme().does(new RemindNow(SAM));
    assertThat(acme.last().messages())
        .extracting(Message.Draft::kind)
        .containsExactly(MessageKind.REMINDER);
    assertThat(acme.last().events().get(0).by()).contains(SAM);
    assertThat(acme.setup().reminderHistory().lastAt()).contains(acme.now());
  }

  @Test
  void cancelling_ends_it_and_twice_counts_once() {
    Story acme = Stories.acme().detailed().cancelled();
    Ending ending = acme.setup().ending().orElseThrow();
    assertThat(ending.outcome()).isEqualTo(Ending.Outcome.CANCELLED);
    assertThat(ending.by()).contains(ERIN);
    assertThat(ending.reason()).contains("changed their mind");
    assertThat(notices(acme.last())).containsExactly(Notice.CANCELLED);
    assertThat(acme.last().events())
        .containsExactly(
            new AuditEvent(
                acme.now(), Optional.of(ERIN), AuditEvent.Kind.CANCELLED, Optional.empty()));
    assertThat(acme.later(Duration.ofHours(1)).cancelled().last().isNone()).isTrue();
  }

  @Test
  void cancelling_what_is_completed_is_refused() {
    Story acme = Stories.acme().invited().seen(TransferStatus.ACCEPTED).roleAnswers();
    acme.does(new Observation.Completed());
    refuses(acme, new CancelSetup(ERIN, "too late"), NotPossible.Why.ENDED);
  }

  @Test
  void cancelling_leaves_an_accepted_transfer_to_the_engineer() {
    Story acme = Stories.acme().invited().seen(TransferStatus.ACCEPTED).cancelled();
    assertThat(notices(acme.last())).containsExactly(Notice.CANCELLED);
    assertThat(acme.plan()).isInstanceOf(Plan.Finished.class);
    assertThat(acme.setup().invitation().orElseThrow().isAccepted()).isTrue();
  }
}
