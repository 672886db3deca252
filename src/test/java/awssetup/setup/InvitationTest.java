package awssetup.setup;

import static awssetup.setup.Stories.DECEMBER;
import static awssetup.setup.Stories.kinds;
import static awssetup.setup.Stories.notices;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The attempt to send a round's invitation, and what AWS answers. */
class InvitationTest {

  @Test
  void an_attempt_is_saved_before_aws_is_asked() {
    Story acme = Stories.acme().ready().reviewed().attempting();
    assertThat(acme.setup().invitation().orElseThrow().attemptedAt()).contains(acme.now());
    assertThat(acme.last().messages()).isEmpty();
    assertThat(acme.state(StepKey.INVITATION)).isInstanceOf(Step.State.Sending.class);
  }

  @Test
  void attempt_with_an_unknown_outcome_is_attempted_again() {
    Story acme = Stories.acme().ready().reviewed().attempting().later(Duration.ofMinutes(2));
    assertThat(acme.plan()).isInstanceOf(Plan.Invite.class);
    assertThat(acme.attempting().setup().invitation().orElseThrow().attemptedAt())
        .contains(acme.now());
  }

  static List<Story> nothingToSend() {
    return List.of(
        Stories.acme().detailed(),
        Stories.acme().invited(),
        Stories.acme().invited().seen(TransferStatus.DECLINED),
        Stories.acme().invited().seen(TransferStatus.ACCEPTED),
        Stories.acme().ready().reviewed().attempting().refused("UNSUPPORTED_PRICING"),
        Stories.acme().ready().reviewed().cancelled());
  }

  @ParameterizedTest
  @MethodSource("nothingToSend")
  void attempting_is_refused_if_there_is_nothing_to_send(Story story) {
    assertThat(story.trying(new Observation.Attempting(1)).isNone()).isTrue();
  }

  @Test
  void attempting_is_refused_for_a_round_that_is_over() {
    Story acme = Stories.acme().invited().seen(TransferStatus.DECLINED).reviewed();
    assertThat(acme.trying(new Observation.Attempting(1)).isNone()).isTrue();
    assertThat(acme.trying(new Observation.Attempting(2)).isNone()).isFalse();
  }

  @Test
  void a_sent_invitation_is_announced_once_and_waits_for_the_customer() {
    Story acme = Stories.acme().invited();
    assertThat(notices(acme.last())).containsExactly(Notice.INVITATION_SENT);
    assertThat(acme.last().events().get(0).detail()).contains(Stories.TRANSFER);
    assertThat(acme.status().turn())
        .contains(new Turn(StepKey.INVITATION, Actor.CUSTOMER, acme.now()));
    assertThat(acme.sent().last().isNone()).isTrue();
  }

  @Test
  void an_invitation_is_announced_as_found_or_as_already_accepted() {
    Story acme = Stories.acme().ready().reviewed();
    assertThat(notices(acme.trying(found(TransferStatus.REQUESTED, acme.now()))))
        .containsExactly(Notice.INVITATION_FOUND);
    acme.does(found(TransferStatus.ACCEPTED, acme.now()));
    assertThat(notices(acme.last())).containsExactly(Notice.INVITATION_ACCEPTED);
    assertThat(acme.status().step(StepKey.INVITATION).isDone()).isTrue();
  }

  @Test
  void an_invitation_found_after_the_setup_was_cancelled_changes_nothing() {
    Story acme = Stories.acme().ready().reviewed().cancelled();
    assertThat(acme.trying(found(TransferStatus.REQUESTED, acme.now())).isNone()).isTrue();
  }

  @Test
  void an_invitation_of_an_earlier_round_changes_nothing() {
    Story acme = Stories.acme().ready().reviewed().attempting();
    acme.refused("UNSUPPORTED_PRICING").reviewed().attempting();
    Instant now = acme.now();
    assertThat(
            acme.trying(new Observation.Invited(1, Stories.sent(TransferStatus.REQUESTED, now)))
                .isNone())
        .isTrue();
  }

  @ParameterizedTest(name = "{0} is for {1}, again after {2}")
  @CsvSource(
      nullValues = "never",
      value = {
        "PAYMENT_INSTRUMENT_REQUIRED, CUSTOMER, never",
        "PAST_DUE_INVOICE,            CUSTOMER, PT24H",
        "WAIT_PERIOD_ACTIVE,          NOBODY,   PT24H",
        "UNSUPPORTED_PRICING,         ENGINEER, never",
        "A_REASON_OF_NEXT_YEAR,       ENGINEER, never"
      })
  void refusal_says_who_acts_and_when_it_is_tried_again(String code, Actor actor, Duration again) {
    Story acme = Stories.acme().ready().reviewed().attempting().refused(code);
    Topic topic =
        new Topic.OfNotice(
            Notice.INVITATION_REFUSED,
            new NoticeDetail.RefusalCodes("HandshakeConstraintViolationException", code));
    Message.Draft thread = new Message.Draft(MessageKind.NOTICE, topic);
    Message.Draft engineers = new Message.Draft(MessageKind.OPS, topic);
    assertThat(acme.last().messages())
        .containsExactlyElementsOf(
            actor == Actor.ENGINEER ? List.of(thread, engineers) : List.of(thread));
    assertThat(acme.status().step(StepKey.INVITATION).actor()).isEqualTo(actor);
    acme.roleSilent();
    assertThat(acme.plan()).isNotInstanceOf(Plan.Invite.class);
    if (again != null) {
      assertThat(acme.later(again).plan()).isInstanceOf(Plan.Invite.class);
    } else {
      assertThat(acme.later(Duration.ofDays(30)).plan()).isNotInstanceOf(Plan.Invite.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNSUPPORTED_PRICING", "START_DATE_TOO_EARLY"})
  void the_same_refusal_twice_counts_once(String code) {
    Story acme = Stories.acme().ready().reviewed().attempting();
    Rule refused =
        new Observation.InviteRefused(
            1, Stories.refusal("InvalidInputException", code, acme.now()));
    assertThat(acme.does(refused).last().isNone()).isFalse();
    assertThat(acme.trying(refused).isNone()).isTrue();
  }

  @Test
  void refusal_of_another_round_or_after_it_was_sent_changes_nothing() {
    Story acme = Stories.acme().ready().reviewed().attempting();
    Rule ofAnother =
        new Observation.InviteRefused(2, Stories.refusal("AnyException", null, acme.now()));
    assertThat(acme.trying(ofAnother).isNone()).isTrue();
    assertThat(acme.sent().refused("ANY").last().isNone()).isTrue();
  }

  @Test
  void month_is_moved_once_and_the_second_refusal_goes_to_an_engineer() {
    Story acme = Stories.acme().ready().reviewed().attempting().refused("START_DATE_TOO_EARLY");
    assertThat(acme.last().messages())
        .containsExactly(
            Message.Draft.notice(
                Notice.START_MONTH_MOVED, new NoticeDetail.StartMonth(YearMonth.of(2027, 1))));
    assertThat(acme.plan()).isInstanceOf(Plan.Invite.class);
    acme.attempting().refused("START_DATE_TOO_EARLY");
    assertThat(notices(acme.last())).containsExactly(Notice.INVITATION_REFUSED);
    assertThat(acme.status().step(StepKey.INVITATION).actor()).isEqualTo(Actor.ENGINEER);
  }

  @Test
  void month_is_moved_back_only_to_one_that_can_still_be_accepted() {
    Story far = Stories.acme().ready();
    far.does(far.reviewing(DECEMBER.plusMonths(1))).attempting().refused("START_DATE_TOO_LATE");
    assertThat(far.setup().invitation().orElseThrow().startMonth()).isEqualTo(DECEMBER);
    Story near = Stories.acme().ready().reviewed().attempting().refused("START_DATE_TOO_LATE");
    assertThat(notices(near.last())).containsExactly(Notice.INVITATION_REFUSED);
  }

  @Test
  void a_daily_retry_with_the_same_refusal_is_not_announced_and_reminders_go_on() {
    Story acme = Stories.acme().ready().reviewed().attempting().refused("PAST_DUE_INVOICE");
    Turn turn = acme.status().turn().orElseThrow();
    for (int day = 0; day < 3; day++) {
      acme.later(Duration.ofDays(1));
      assertThat(acme.plan()).isInstanceOf(Plan.Invite.class);
      acme.attempting();
      assertThat(acme.state(StepKey.INVITATION)).isInstanceOf(Step.State.Sending.class);
      acme.refused("PAST_DUE_INVOICE");
      assertThat(acme.last().messages()).isEmpty();
      assertThat(kinds(acme.last())).containsExactly(AuditEvent.Kind.INVITATION_REFUSED);
      assertThat(acme.status().turn()).contains(turn);
      acme.roleSilent();
      assertThat(acme.plan())
          .isInstanceOfSatisfying(
              Plan.Note.class, note -> assertThat(note.why()).isEqualTo("a reminder is due"));
      acme.does(((Plan.Note) acme.plan()).rule());
    }
    assertThat(acme.setup().reminderHistory().inTurn()).isEqualTo(3);
    acme.later(Duration.ofDays(1)).attempting().refused("ACCOUNT_CREATION_NOT_COMPLETE");
    assertThat(notices(acme.last())).containsExactly(Notice.INVITATION_REFUSED);
  }

  @Test
  void a_retry_that_a_person_asked_for_is_answered() {
    Story acme = Stories.acme().ready().reviewed().attempting().refused("PAST_DUE_INVOICE");
    acme.later(Duration.ofHours(1)).checked().later(Duration.ofSeconds(2));
    acme.attempting().refused("PAST_DUE_INVOICE");
    assertThat(notices(acme.last())).containsExactly(Notice.INVITATION_REFUSED);
  }

  @Test
  void attempt_after_a_refusal_is_under_way_and_may_be_at_aws() {
    Story acme = Stories.acme().ready().reviewed().attempting().refused("PAST_DUE_INVOICE");
    acme.later(Duration.ofDays(1)).attempting();
    assertThat(acme.plan()).isInstanceOf(Plan.Invite.class);
    assertThat(acme.trying(acme.reviewing(DECEMBER)).isNone()).isTrue();
    acme.corrected();
    assertThat(acme.plan()).isInstanceOf(Plan.Cancel.class);
  }

  @Test
  void trouble_is_retried_at_growing_intervals_and_announced_once_it_has_lasted() {
    Story acme = Stories.acme().ready().reviewed().attempting();
    StringBuilder waits = new StringBuilder();
    int told = 0;
    for (int i = 0; i < 10; i++) {
      acme.troubled();
      Instant again = acme.setup().invitation().orElseThrow().retryAt().orElseThrow();
      waits.append(Duration.between(acme.now(), again)).append(' ');
      told += notices(acme.last()).contains(Notice.AWS_UNREACHABLE) ? 1 : 0;
      acme.at(again);
    }
    assertThat(waits.toString().trim())
        .isEqualTo("PT5S PT10S PT20S PT40S PT1M20S PT2M40S PT5M20S PT10M PT10M PT10M");
    assertThat(told).isEqualTo(1);
    assertThat(acme.state(StepKey.INVITATION)).isInstanceOf(Step.State.Retrying.class);
    assertThat(acme.sent().state(StepKey.INVITATION)).isInstanceOf(Step.State.Open.class);
  }

  @ParameterizedTest
  @MethodSource("nothingToSend")
  void trouble_that_comes_late_changes_nothing(Story story) {
    assertThat(story.trying(new Observation.AwsTroubled(1, false)).isNone()).isTrue();
  }

  @Test
  void nothing_to_cancel_changes_nothing_about_an_invitation_that_is_still_wanted() {
    assertThat(Stories.acme().invited().nothingToCancel().last().isNone()).isTrue();
    Story acme = Stories.acme().invited().corrected();
    assertThat(acme.trying(new Observation.NothingToCancel(2)).isNone()).isTrue();
  }

  private static Rule found(TransferStatus status, Instant now) {
    Invitation.Sent sent = Stories.sent(status, now);
    return new Observation.Invited(
        1,
        new Invitation.Sent(
            sent.handshakeId(),
            sent.transferId(),
            now,
            sent.expiresAt(),
            sent.startsAt(),
            true,
            status,
            now));
  }
}
