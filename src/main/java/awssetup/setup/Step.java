package awssetup.setup;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where one step of a setup stands, computed from the stored facts.
 *
 * @param actor who has to act for this step to move on; {@link Actor#NOBODY} where it is done,
 *     locked, or ours to do
 * @param since when this state began
 */
public record Step(StepKey key, State state, Actor actor, Instant since) {

  public boolean isDone() {
    return state instanceof State.Done;
  }

  public boolean isLocked() {
    return state instanceof State.Locked;
  }

  Optional<Turn> turn() {
    return actor == Actor.NOBODY ? Optional.empty() : Optional.of(new Turn(key, actor, since));
  }

  /** What a step can be in; each state carries what it guarantees. */
  public sealed interface State {
    /** Finished. */
    record Done(Instant at) implements State {}

    /** An earlier step comes first. */
    record Locked() implements State {}

    /** Nobody has entered the details yet. */
    record DetailsMissing() implements State {}

    /** The customer has yet to sign up with AWS and report the account ID. */
    record AccountMissing() implements State {}

    /** The account ID is known, and these items of the preparation list are still open. */
    record Unprepared(Set<PreparationItem> open) implements State {}

    /** An engineer has to review the account ID and send the invitation. */
    record ReviewMissing(AccountId account) implements State {}

    /** Reviewed; the follow-up is about to send it, or does not know yet whether it arrived. */
    record Sending(Invitation invitation) implements State {}

    /** AWS does not answer or asks to slow down; the follow-up tries again. */
    record Retrying(Invitation invitation, Invitation.Trouble trouble) implements State {}

    /** AWS said no. */
    record Refused(Invitation invitation, Refusal refusal) implements State {}

    /** The customer can approve it. */
    record Open(Invitation invitation, Invitation.Sent sent) implements State {}

    /** Not answered in time: it can no longer be approved, whatever AWS still calls it. */
    record Overdue(Invitation invitation, Invitation.Sent sent) implements State {}

    /** It is being withdrawn because the account ID was corrected. */
    record Cancelling(Invitation invitation) implements State {}

    /**
     * Over without a transfer: declined, expired, cancelled or withdrawn; or in a status that we do
     * not know.
     */
    record Over(Invitation invitation, Invitation.Sent sent) implements State {}

    /** The role does not answer yet. */
    record RoleMissing(AccountId account) implements State {}

    /** The role had been deployed and does not answer any more. */
    record RoleLost(AccountId account) implements State {}

    /** The role answers to anybody: an engineer has to have its trust policy mended. */
    record RoleUnsafe(AccountId account) implements State {}
  }
}
