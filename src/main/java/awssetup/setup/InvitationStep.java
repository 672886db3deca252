package awssetup.setup;

import java.time.Instant;
import java.util.Optional;

/** Reads the state of the invitation step out of the facts. */
final class InvitationStep {
  private InvitationStep() {}

  /**
   * @param ready whether all earlier steps are done
   */
  static Step of(Setup setup, boolean ready, Instant now) {
    Optional<Invitation> invitation = setup.invitation();
    if (invitation.isPresent()) {
      return of(invitation.get(), now);
    }
    if (!ready) {
      return step(new Step.State.Locked(), Actor.NOBODY, setup.optionAt());
    }
    return step(
        new Step.State.ReviewMissing(setup.account().orElseThrow().id()),
        Actor.ENGINEER,
        reviewableSince(setup));
  }

  private static Step of(Invitation invitation, Instant now) {
    if (invitation.cancelAskedAt().isPresent() && invitation.mayBeOpenAtAws()) {
      return step(
          new Step.State.Cancelling(invitation), Actor.NOBODY, invitation.cancelAskedAt().get());
    }
    if (invitation.sent().isPresent()) {
      return sent(invitation, invitation.sent().get(), now);
    }
    if (invitation.isRefused()) {
      Refusal refusal = invitation.refusal().get();
      return step(
          new Step.State.Refused(invitation, refusal), refusal.nextMove().actor(), refusal.at());
    }
    return invitation
        .trouble()
        .map(t -> step(new Step.State.Retrying(invitation, t), Actor.NOBODY, t.since()))
        .orElseGet(
            () -> step(new Step.State.Sending(invitation), Actor.NOBODY, invitation.review().at()));
  }

  private static Step sent(Invitation invitation, Invitation.Sent sent, Instant now) {
    return switch (sent.status()) {
      case ACCEPTED -> step(new Step.State.Done(sent.statusAt()), Actor.NOBODY, sent.statusAt());
      case REQUESTED ->
          now.isBefore(sent.deadline())
              ? step(new Step.State.Open(invitation, sent), Actor.CUSTOMER, sent.at())
              : step(new Step.State.Overdue(invitation, sent), Actor.ENGINEER, sent.deadline());
      case EXPIRED ->
          step(
              new Step.State.Over(invitation, sent),
              Actor.ENGINEER,
              earlier(sent.deadline(), sent.statusAt()));
      case DECLINED, CANCELED, WITHDRAWN, UNKNOWN ->
          step(new Step.State.Over(invitation, sent), Actor.ENGINEER, sent.statusAt());
    };
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant reviewableSince(Setup setup) {
    Instant since = setup.details().map(Details::at).orElse(setup.optionAt());
    Instant reported = setup.account().map(TargetAccount::at).orElse(since);
    Instant known = reported.isAfter(since) ? reported : since;
    return setup.preparedAt().filter(known::isBefore).orElse(known);
  }

  private static Step step(Step.State state, Actor actor, Instant since) {
    return new Step(StepKey.INVITATION, state, actor, since);
  }
}
