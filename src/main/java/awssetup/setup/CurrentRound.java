package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the current round of a setup, and the role beside it, still need from the follow-up. */
record CurrentRound(Setup setup) {

  /** The invitation that still has to be sent, or whose outcome is not known. */
  Optional<Invitation> toSend() {
    return setup
        .invitation()
        .filter(i -> setup.isOpen() && setup.accountInReview().isPresent() && i.isToBeSent());
  }

  /** The invitation that still has to be cancelled at AWS. */
  Optional<Invitation> unwanted() {
    return setup.invitation().filter(i -> i.cancelAskedAt().isPresent() && i.mayBeOpenAtAws());
  }

  /** When the transfer was first seen accepted; empty if it is not accepted. */
  Optional<Instant> acceptedAt() {
    return setup
        .invitation()
        .filter(Invitation::isAccepted)
        .flatMap(Invitation::sent)
        .map(Invitation.Sent::statusAt);
  }

  /** Whether a probe's answer about this account matters to the setup. */
  boolean isProbed(AccountId account) {
    return setup.isOpen() && setup.accountInReview().equals(Optional.of(account));
  }

  /** Whether the probe after the acceptance still found the role: the setup is complete. */
  boolean hasRoleAnsweredSinceAcceptance() {
    return answered() && acceptedAt().filter(setup.role()::hasBeenProbedSince).isPresent();
  }

  /** Whether only the probe after the acceptance is missing. */
  boolean needsLastLook() {
    return answered()
        && acceptedAt().filter(at -> !setup.role().hasBeenProbedSince(at)).isPresent();
  }

  private boolean answered() {
    return setup.role().isGood() && setup.role().missedAt().isEmpty();
  }

  /** When the role is probed next if nothing else happens. */
  Instant nextProbe(Duration interval) {
    Role role = setup.role();
    return role.nextProbe(role.deployedAt().orElse(setup.roleWantedSince()), interval);
  }
}
