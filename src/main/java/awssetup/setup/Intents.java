package awssetup.setup;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What several intents have in common: above all, what happens to a review when its account
 * changes.
 */
final class Intents {
  private Intents() {}

  static void require(boolean holds, NotPossible.Why otherwise) {
    if (!holds) {
      throw new NotPossible(otherwise);
    }
  }

  static void requireChangeable(Setup setup) {
    require(setup.isOpen(), NotPossible.Why.ENDED);
    require(
        setup.invitation().filter(Invitation::isAccepted).isEmpty(),
        NotPossible.Why.ALREADY_ACCEPTED);
  }

  /**
   * Names another account: a review of the former one is void, and what was seen of its role says
   * nothing any more.
   *
   * @param rest what else changes with it, in the same breath
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

  /**
   * Forgets the current round where AWS cannot have heard of it, and otherwise has it cancelled
   * there.
   */
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
