package awssetup.setup;

import static awssetup.setup.Stories.TRANSFER;
import static awssetup.setup.Stories.notices;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the watch sees of a transfer, and a deadline that passes. */
class TransferSeenTest {

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, INVITATION_ACCEPTED",
    "DECLINED, INVITATION_DECLINED",
    "CANCELED, INVITATION_CANCELED",
    "EXPIRED,  INVITATION_EXPIRED",
    "UNKNOWN,  INVITATION_STATUS_UNKNOWN"
  })
  void a_new_status_is_announced_once(TransferStatus status, Notice notice) {
    Story acme = Stories.acme().invited().later(Duration.ofDays(1)).seen(status);
    assertThat(notices(acme.last())).containsExactly(notice);
    assertThat(acme.last().events())
        .containsExactly(
            new AuditEvent(
                acme.now(),
                Optional.empty(),
                AuditEvent.Kind.INVITATION_STATUS,
                Optional.of(status.name())));
    assertThat(acme.setup().invitation().orElseThrow().sent().orElseThrow().statusAt())
        .isEqualTo(acme.now());
    assertThat(acme.later(Duration.ofMinutes(1)).seen(status).last().isNone()).isTrue();
  }

  @Test
  void a_transfer_withdrawn_after_the_acceptance_goes_to_the_engineer() {
    Story acme = Stories.acme().invited().seen(TransferStatus.ACCEPTED).later(Duration.ofDays(1));
    acme.seen(TransferStatus.WITHDRAWN);
    assertThat(notices(acme.last())).containsExactly(Notice.INVITATION_WITHDRAWN);
    assertThat(acme.status().turn())
        .contains(new Turn(StepKey.INVITATION, Actor.ENGINEER, acme.now()));
    assertThat(acme.status().actions()).contains(CardAction.SEND_AGAIN);
  }

  @Test
  void status_of_next_year_is_passed_on_as_aws_spells_it() {
    Story acme = Stories.acme().invited();
    acme.does(new Observation.TransferSeen(TRANSFER, TransferStatus.UNKNOWN, "SUSPENDED"));
    assertThat(acme.last().messages())
        .containsExactly(
            Message.Draft.notice(
                Notice.INVITATION_STATUS_UNKNOWN, new NoticeDetail.StatusAtAws("SUSPENDED")));
    assertThat(notices(acme.seen(TransferStatus.ACCEPTED).last()))
        .containsExactly(Notice.INVITATION_ACCEPTED);
  }

  @ParameterizedTest(name = "{0} and then, late, {1}")
  @CsvSource({
    "ACCEPTED,  REQUESTED",
    "DECLINED,  REQUESTED",
    "WITHDRAWN, ACCEPTED",
    "CANCELED,  REQUESTED",
    "EXPIRED,   REQUESTED"
  })
  void an_old_status_changes_nothing(TransferStatus seen, TransferStatus late) {
    assertThat(Stories.acme().invited().seen(seen).seen(late).last().isNone()).isTrue();
  }

  @Test
  void the_status_of_another_transfer_changes_nothing() {
    Rule other = new Observation.TransferSeen("rt-other001", TransferStatus.ACCEPTED, "ACCEPTED");
    assertThat(Stories.acme().invited().trying(other).isNone()).isTrue();
    assertThat(Stories.acme().ready().reviewed().trying(other).isNone()).isTrue();
    Story again = Stories.acme().invited().seen(TransferStatus.DECLINED).reviewed();
    assertThat(again.seen(TransferStatus.ACCEPTED).last().isNone()).isTrue();
  }

  @Test
  void nothing_is_announced_about_a_transfer_after_the_end() {
    Story completed = Stories.acme().invited().seen(TransferStatus.ACCEPTED).roleAnswers();
    completed.does(new Observation.Completed()).seen(TransferStatus.WITHDRAWN);
    assertThat(completed.last().isNone()).isTrue();
    Story cancelled = Stories.acme().invited().seen(TransferStatus.ACCEPTED).cancelled();
    assertThat(cancelled.seen(TransferStatus.WITHDRAWN).last().isNone()).isTrue();
  }

  @Test
  void a_deadline_is_announced_once_and_only_after_it_has_passed() {
    Story acme = Stories.acme().invited();
    Rule passed = new Observation.DeadlinePassed(1);
    assertThat(acme.trying(passed).isNone()).isTrue();
    acme.later(Duration.ofDays(15));
    assertThat(acme.trying(new Observation.DeadlinePassed(2)).isNone()).isTrue();
    assertThat(notices(acme.does(passed).last())).containsExactly(Notice.INVITATION_OVERDUE);
    assertThat(acme.trying(passed).isNone()).isTrue();
  }

  @Test
  void no_deadline_is_announced_for_an_invitation_answered_or_cancelled_in_time() {
    for (Story story :
        List.of(
            Stories.acme().invited().seen(TransferStatus.ACCEPTED),
            Stories.acme().invited().seen(TransferStatus.DECLINED),
            Stories.acme().invited().corrected(),
            Stories.acme().invited().cancelled())) {
      story.later(Duration.ofDays(15));
      assertThat(story.trying(new Observation.DeadlinePassed(1)).isNone()).isTrue();
    }
  }

  @Test
  void an_expiry_after_the_deadline_is_not_announced_again_and_is_the_same_turn() {
    Story acme = Stories.acme().invited().later(Duration.ofDays(15));
    acme.does(new Observation.DeadlinePassed(1));
    Turn turn = acme.status().turn().orElseThrow();
    assertThat(turn).isEqualTo(new Turn(StepKey.INVITATION, Actor.ENGINEER, acme.now()));
    acme.later(Duration.ofMinutes(1)).seen(TransferStatus.EXPIRED);
    assertThat(acme.last().isNone()).isFalse();
    assertThat(acme.last().messages()).isEmpty();
    assertThat(acme.status().turn()).contains(turn);
  }
}
