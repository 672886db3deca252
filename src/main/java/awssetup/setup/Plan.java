package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a setup needs next: one thing at a time, decided from the facts and the time alone. The
 * follow-up does it, records it, and asks again, so it can stop anywhere and continue later.
 */
public sealed interface Plan {
  /** One for each record below. */
  enum Kind {
    CANCEL,
    INVITE,
    LOOK,
    LOOK_AT_CHANNEL,
    NOTE,
    WAIT,
    FINISHED
  }

  /** To switch over without a default, so that a new plan does not compile until it is handled. */
  Kind kind();

  /**
   * This plan with its values, once its kind is known.
   *
   * @throws ClassCastException if it is of another kind
   */
  default <P extends Plan> P as(Class<P> form) {
    return form.cast(this);
  }

  /** The reason, in a few words for the log. */
  String why();

  /** Cancel an invitation that is no longer wanted. */
  record Cancel(Invitation invitation, String why) implements Plan {
    @Override
    public Kind kind() {
      return Kind.CANCEL;
    }
  }

  /** Ask AWS for this round's invitation, after looking for one that is there already. */
  record Invite(Invitation invitation, String why) implements Plan {
    @Override
    public Kind kind() {
      return Kind.INVITE;
    }
  }

  /**
   * Probe the role. A transfer to look at as well is set only after <i>Check now</i>, or to see
   * whether it was accepted in time.
   */
  record Look(AccountId account, Optional<Invitation.Sent> transfer, String why) implements Plan {
    @Override
    public Kind kind() {
      return Kind.LOOK;
    }
  }

  /** Check whether the customer can be reached in the channel. */
  record LookAtChannel(ChannelId channel, String why) implements Plan {
    @Override
    public Kind kind() {
      return Kind.LOOK_AT_CHANNEL;
    }
  }

  /** Record what time alone has changed. */
  record Note(Rule rule, String why) implements Plan {
    @Override
    public Kind kind() {
      return Kind.NOTE;
    }
  }

  /** Nothing before this moment; the sweep and wake-ups may come earlier. */
  record Wait(Instant until, String why) implements Plan {
    @Override
    public Kind kind() {
      return Kind.WAIT;
    }
  }

  /** Nothing, ever again. */
  record Finished(String why) implements Plan {
    @Override
    public Kind kind() {
      return Kind.FINISHED;
    }
  }

  /** What failed in this pass and is left for the next one. */
  enum Unreachable {
    INVITATIONS,
    ROLES,
    CHANNEL
  }

  /** The settings that a plan depends on. */
  record Rules(ReminderRules reminders, Duration watchInterval) {}
}
