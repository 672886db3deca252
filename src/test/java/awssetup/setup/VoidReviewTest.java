package awssetup.setup;

import static awssetup.setup.Stories.ACMES;
import static awssetup.setup.Stories.ANOTHER;
import static awssetup.setup.Stories.TRANSFER;
import static awssetup.setup.Stories.kinds;
import static awssetup.setup.Stories.notices;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An account ID that changes after an engineer looked at it, and a setup that is cancelled, in
 * every state of the invitation: a review is never used for another account, and what AWS may hold
 * is cancelled.
 */
class VoidReviewTest {

  static List<Story> beforeAwsHeardOfIt() {
    return List.of(
        Stories.acme().ready().reviewed(),
        Stories.globex().ready().reviewed(),
        Stories.acme().ready().reviewed().troubled(),
        Stories.acme().ready().reviewed().attempting().refused("PAYMENT_INSTRUMENT_REQUIRED"),
        Stories.globex().ready().reviewed().attempting().refused("PAST_DUE_INVOICE"),
        Stories.acme().ready().reviewed().attempting().refused("START_DATE_TOO_EARLY"));
  }

  static List<Story> whileAwsMayHoldIt() {
    return List.of(
        Stories.acme().ready().reviewed().attempting(),
        Stories.globex().ready().reviewed().attempting(),
        Stories.acme().ready().reviewed().attempting().troubled(),
        Stories.acme().invited(),
        Stories.globex().invited(),
        Stories.acme().invited().roleAnswers(),
        Stories.acme().invited().later(Duration.ofDays(15)),
        Stories.acme().invited().seen(TransferStatus.UNKNOWN));
  }

  static List<Story> afterItIsOver() {
    return List.of(
        Stories.acme().invited().seen(TransferStatus.DECLINED),
        Stories.acme().invited().seen(TransferStatus.EXPIRED),
        Stories.globex().invited().seen(TransferStatus.CANCELED),
        Stories.acme().invited().seen(TransferStatus.ACCEPTED).seen(TransferStatus.WITHDRAWN));
  }

  @ParameterizedTest
  @MethodSource({"beforeAwsHeardOfIt", "afterItIsOver"})
  void correction_goes_back_to_the_review_if_aws_holds_nothing(Story story) {
    story.corrected();
    assertThat(notices(story.last())).contains(Notice.REVIEW_VOID).doesNotHaveDuplicates();
    assertThat(kinds(story.last()))
        .contains(AuditEvent.Kind.REVIEW_VOID)
        .doesNotContain(AuditEvent.Kind.INVITATION_CANCELLING);
    assertReviewIsVoid(story);
    assertThat(story.state(StepKey.INVITATION)).isEqualTo(new Step.State.ReviewMissing(ANOTHER));
    assertThat(story.reviewed().setup().rounds()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("whileAwsMayHoldIt")
  void correction_first_cancels_what_aws_may_hold(Story story) {
    story.corrected();
    assertThat(notices(story.last())).contains(Notice.REVIEW_VOID).doesNotHaveDuplicates();
    assertThat(kinds(story.last()))
        .contains(AuditEvent.Kind.REVIEW_VOID, AuditEvent.Kind.INVITATION_CANCELLING);
    assertReviewIsVoid(story);
    assertThat(story.state(StepKey.INVITATION)).isInstanceOf(Step.State.Cancelling.class);
    assertThat(story.plan()).isInstanceOf(Plan.Cancel.class);
    story.nothingToCancel();
    assertThat(story.state(StepKey.INVITATION)).isEqualTo(new Step.State.ReviewMissing(ANOTHER));
    assertThat(story.last().messages()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("whileAwsMayHoldIt")
  void second_correction_while_cancelling_is_no_second_void_review(Story story) {
    story.corrected();
    Story back = story.setup().option() == Option.NEW_ACCOUNT ? story.prepared() : story.detailed();
    assertThat(notices(back.last())).doesNotContain(Notice.REVIEW_VOID);
    assertThat(kinds(back.last())).doesNotContain(AuditEvent.Kind.REVIEW_VOID);
    assertThat(back.setup().accountInReview()).isEmpty();
    assertThat(back.plan()).isInstanceOf(Plan.Cancel.class);
  }

  @ParameterizedTest
  @MethodSource({"beforeAwsHeardOfIt", "afterItIsOver"})
  void cancelling_a_setup_is_the_end_if_aws_holds_nothing(Story story) {
    story.cancelled();
    assertThat(notices(story.last())).containsExactly(Notice.CANCELLED);
    assertThat(story.plan()).isInstanceOf(Plan.Finished.class);
    assertAttemptingIsRefused(story);
  }

  @ParameterizedTest
  @MethodSource("whileAwsMayHoldIt")
  void cancelling_a_setup_cancels_what_aws_may_hold(Story story) {
    story.cancelled();
    assertThat(notices(story.last())).containsExactly(Notice.CANCELLED);
    assertThat(story.plan()).isInstanceOf(Plan.Cancel.class);
    assertAttemptingIsRefused(story);
    assertThat(story.nothingToCancel().plan()).isInstanceOf(Plan.Finished.class);
    assertThat(story.last().messages()).isEmpty();
    assertThat(story.trying(new Observation.NothingToCancel(story.round())).isNone()).isTrue();
  }

  @Test
  void invitation_that_arrives_after_the_correction_is_cancelled() {
    Story acme = Stories.acme().ready().reviewed().attempting().corrected().sent();
    assertThat(acme.last().messages()).isEmpty();
    assertThat(kinds(acme.last())).containsExactly(AuditEvent.Kind.INVITATION_SENT);
    assertThat(acme.plan())
        .isInstanceOfSatisfying(
            Plan.Cancel.class,
            cancel -> {
              assertThat(cancel.invitation().account()).isEqualTo(ACMES);
              assertThat(cancel.invitation().sent().orElseThrow().transferId()).isEqualTo(TRANSFER);
            });
    acme.seen(TransferStatus.CANCELED);
    assertThat(acme.last().messages()).isEmpty();
    assertThat(acme.reviewed().setup().accountInReview()).contains(ANOTHER);
  }

  @Test
  void setup_cancelled_during_the_invite_call_ends_with_the_invitation_cancelled() {
    Story acme = Stories.acme().ready().reviewed().attempting().cancelled().sent();
    assertThat(acme.last().messages()).isEmpty();
    assertThat(acme.plan()).isInstanceOf(Plan.Cancel.class);
    acme.seen(TransferStatus.CANCELED);
    assertThat(acme.last().messages()).isEmpty();
    assertThat(acme.plan()).isInstanceOf(Plan.Finished.class);
    assertThat(acme.setup().invitation().orElseThrow().sent().orElseThrow().status())
        .isEqualTo(TransferStatus.CANCELED);
  }

  @Test
  void refusal_that_arrives_after_the_cancellation_is_the_end_of_it() {
    Story acme = Stories.acme().ready().reviewed().attempting().cancelled().refused("ANY");
    assertThat(acme.last().messages()).isEmpty();
    assertThat(acme.plan()).isInstanceOf(Plan.Finished.class);
    Story corrected = Stories.acme().ready().reviewed().attempting().corrected();
    corrected.refused("START_DATE_TOO_EARLY");
    assertThat(corrected.last().messages()).isEmpty();
    assertThat(corrected.setup().invitation()).isEmpty();
  }

  @Test
  void an_invitation_accepted_before_it_could_be_cancelled_is_announced_once() {
    Story cancelled = Stories.acme().invited().cancelled().seen(TransferStatus.ACCEPTED);
    assertAcceptedAfterCancel(cancelled);
    assertThat(cancelled.plan()).isInstanceOf(Plan.Finished.class);
    assertThat(cancelled.seen(TransferStatus.ACCEPTED).last().isNone()).isTrue();

    Story corrected = Stories.acme().invited().corrected().seen(TransferStatus.ACCEPTED);
    assertAcceptedAfterCancel(corrected);
    assertThat(corrected.state(StepKey.INVITATION))
        .isEqualTo(new Step.State.ReviewMissing(ANOTHER));
    assertThat(corrected.seen(TransferStatus.ACCEPTED).last().isNone()).isTrue();

    Story found = Stories.acme().ready().reviewed().attempting().cancelled();
    found.does(new Observation.Invited(1, Stories.sent(TransferStatus.ACCEPTED, found.now())));
    assertAcceptedAfterCancel(found);
    assertThat(found.plan()).isInstanceOf(Plan.Finished.class);
  }

  @Test
  void cancellation_is_retried_while_aws_does_not_answer() {
    Story acme = Stories.acme().invited().cancelled().troubled();
    assertThat(acme.plan())
        .isEqualTo(
            new Plan.Wait(acme.now().plusSeconds(5), "AWS or the channel has to hear of the end"));
    assertThat(acme.later(Duration.ofSeconds(5)).plan()).isInstanceOf(Plan.Cancel.class);
  }

  private static void assertAcceptedAfterCancel(Story story) {
    assertThat(story.last().messages())
        .containsExactly(
            Message.Draft.notice(Notice.ACCEPTED_AFTER_CANCEL, new NoticeDetail.Account(ACMES)));
  }

  private static void assertReviewIsVoid(Story story) {
    assertThat(story.setup().accountInReview()).isEmpty();
    assertThat(story.setup().role()).isEqualTo(Role.UNSEEN);
    assertThat(story.state(StepKey.BOOTSTRAP_ROLE)).isEqualTo(new Step.State.Locked());
    assertAttemptingIsRefused(story);
    assertThat(story.trying(new Observation.RoleAnswered(ACMES, false)).isNone()).isTrue();
    assertThat(story.trying(new Observation.RoleAnswered(ANOTHER, false)).isNone()).isTrue();
  }

  private static void assertAttemptingIsRefused(Story story) {
    assertThat(story.trying(new Observation.Attempting(story.round())).isNone()).isTrue();
  }
}
