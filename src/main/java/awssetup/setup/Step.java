package awssetup.setup;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where one step of a setup stands, computed from the stored facts.
 *
 * @param actor who has to act for this step to move on; {@link Actor#NOBODY} if it is done, locked,
 *     or waits for AWS or the bot
 * @param since when this state began
 */
public record Step(StepKey key, State state, Actor actor, Instant since) {

  public boolean isDone() {
    return state.kind() == State.Kind.DONE;
  }

  Optional<Turn> turn() {
    return actor == Actor.NOBODY ? Optional.empty() : Optional.of(new Turn(key, actor, since));
  }

  /**
   * The state of a step. Each record carries what its state guarantees. To decide by the state,
   * switch over {@link #kind()} without a default: a new state then does not compile until every
   * switch says what to do with it.
   */
  public sealed interface State {
    /** One for each record below. */
    enum Kind {
      DONE,
      LOCKED,
      DETAILS_MISSING,
      ACCOUNT_MISSING,
      UNPREPARED,
      REVIEW_MISSING,
      SENDING,
      RETRYING,
      REFUSED,
      OPEN,
      OVERDUE,
      CANCELLING,
      OVER,
      ROLE_MISSING,
      ROLE_LOST,
      ROLE_UNSAFE
    }

    Kind kind();

    /**
     * This state with its values, once its kind is known.
     *
     * @throws ClassCastException if it is of another kind
     */
    default <S extends State> S as(Class<S> form) {
      return form.cast(this);
    }

    /** Finished. */
    record Done(Instant at) implements State {
      @Override
      public Kind kind() {
        return Kind.DONE;
      }
    }

    /** An earlier step comes first. */
    record Locked() implements State {
      @Override
      public Kind kind() {
        return Kind.LOCKED;
      }
    }

    /** The details have not been entered yet. */
    record DetailsMissing() implements State {
      @Override
      public Kind kind() {
        return Kind.DETAILS_MISSING;
      }
    }

    /** The customer still has to sign up with AWS and report the account ID. */
    record AccountMissing() implements State {
      @Override
      public Kind kind() {
        return Kind.ACCOUNT_MISSING;
      }
    }

    /** The account ID is known, and these items of the preparation list are still open. */
    record Unprepared(Set<PreparationItem> open) implements State {
      @Override
      public Kind kind() {
        return Kind.UNPREPARED;
      }
    }

    /** An engineer has to review the account ID and send the invitation. */
    record ReviewMissing(AccountId account) implements State {
      @Override
      public Kind kind() {
        return Kind.REVIEW_MISSING;
      }
    }

    /** Reviewed; the follow-up is about to send it, or does not know yet whether it arrived. */
    record Sending(Invitation invitation) implements State {
      @Override
      public Kind kind() {
        return Kind.SENDING;
      }
    }

    /** AWS does not answer or asks to slow down; the follow-up tries again. */
    record Retrying(Invitation invitation, Invitation.Trouble trouble) implements State {
      @Override
      public Kind kind() {
        return Kind.RETRYING;
      }
    }

    /** AWS said no. */
    record Refused(Invitation invitation, Refusal refusal) implements State {
      @Override
      public Kind kind() {
        return Kind.REFUSED;
      }
    }

    /** The customer can approve it. */
    record Open(Invitation invitation, Invitation.Sent sent) implements State {
      @Override
      public Kind kind() {
        return Kind.OPEN;
      }
    }

    /** Not approved in time: it can no longer be approved, even if AWS still calls it open. */
    record Overdue(Invitation invitation, Invitation.Sent sent) implements State {
      @Override
      public Kind kind() {
        return Kind.OVERDUE;
      }
    }

    /** It is being cancelled because the account ID was corrected. */
    record Cancelling(Invitation invitation) implements State {
      @Override
      public Kind kind() {
        return Kind.CANCELLING;
      }
    }

    /**
     * Over without a transfer: declined, expired, cancelled or withdrawn; or in a status that this
     * version does not know.
     */
    record Over(Invitation invitation, Invitation.Sent sent) implements State {
      @Override
      public Kind kind() {
        return Kind.OVER;
      }
    }

    /** The role has not answered yet. */
    record RoleMissing(AccountId account) implements State {
      @Override
      public Kind kind() {
        return Kind.ROLE_MISSING;
      }
    }

    /** The role had been deployed and no longer answers. */
    record RoleLost(AccountId account) implements State {
      @Override
      public Kind kind() {
        return Kind.ROLE_LOST;
      }
    }

    /** The role answers without the external ID: an engineer has to get its trust policy fixed. */
    record RoleUnsafe(AccountId account) implements State {
      @Override
      public Kind kind() {
        return Kind.ROLE_UNSAFE;
      }
    }
  }
}
