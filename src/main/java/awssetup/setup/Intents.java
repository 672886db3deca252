package awssetup.setup;

import awssetup.setup.NotPossible.Why;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What several intents share: the conditions under which they are allowed, and what happens to a
 * review when its account changes.
 */
final class Intents {
  private Intents() {}

  /** The first reason of several; empty where all conditions hold. */
  @SafeVarargs
  static Optional<Why> first(Optional<Why>... reasons) {
    for (Optional<Why> reason : reasons) {
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  /** The reason, unless the condition holds. */
  static Optional<Why> unless(boolean holds, Why otherwise) {
    return holds ? Optional.empty() : Optional.of(otherwise);
  }

  static Optional<Why> whyClosed(Setup setup) {
    return unless(setup.isOpen(), Why.ENDED);
  }

  /** An accepted transfer fixes details and account. */
  static Optional<Why> whyAccepted(Setup setup) {
    return unless(
        setup.invitation().filter(Invitation::isAccepted).isEmpty(), Why.ALREADY_ACCEPTED);
  }

  /** Why there is nothing to remind of; empty while a person has to act. */
  static Optional<Why> whyNothingWaits(Setup setup, Instant now) {
    return first(whyClosed(setup), unless(turn(setup, now).isPresent(), Why.NOBODY_WAITS));
  }

  static Optional<Turn> turn(Setup setup, Instant now) {
    return SetupStatus.of(setup, now).turn();
  }

  /**
   * Names another account. A review of the previous one is void, and what was seen of its role no
   * longer counts.
   *
   * @param rest what else changes in the same step
   */
  static Change target(
      Setup setup, Consumer<Setup.Facts> rest, AccountId account, UserId by, Instant now) {
    Change renamed =
        Change.of(
            setup,
            rest.andThen(
                f -> {
                  f.account = Optional.of(new TargetAccount(account, by, now));
                  f.role = Role.UNSEEN;
                  f.roleWantedAt = Optional.empty();
                }));
    return setup.invitation().filter(i -> i.cancelAskedAt().isEmpty()).isPresent()
        ? dropInvitation(renamed, now)
            .by(by, now, AuditEvent.Kind.REVIEW_VOID, account.value())
            .say(Notice.REVIEW_VOID)
        : renamed;
  }

  /** Forgets the current round if AWS cannot know of it, and otherwise has it cancelled there. */
  static Change dropInvitation(Change change, Instant now) {
    Optional<Invitation> invitation = change.after().invitation();
    if (invitation.isEmpty() || invitation.get().cancelAskedAt().isPresent()) {
      return change;
    }
    if (!invitation.get().mayBeOpenAtAws()) {
      return change.after().isOpen() ? change.then(f -> f.invitation = Optional.empty()) : change;
    }
    return change
        .then(f -> f.invitation = f.invitation.map(i -> i.cancelAsked(now)))
        .happened(
            now,
            AuditEvent.Kind.INVITATION_CANCELLING,
            invitation.get().sent().flatMap(Invitation.Sent::handshakeId).orElse(null));
  }
}
