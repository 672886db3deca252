package awssetup.setup;

import java.util.Optional;

/** A rule's polite no: the setup, as it is by now, does not allow what was asked for. */
public final class NotPossible extends RuntimeException {
  private final Why why;

  /** The reasons, each of which has its own sentence for people. */
  public enum Why {
    /** The setup is completed or cancelled. */
    ENDED,
    /** The transfer has been accepted; its account cannot change any more. */
    ALREADY_ACCEPTED,
    /** The setup has taken the other option since. */
    OTHER_OPTION,
    /** Details or account ID are missing. */
    NOT_READY,
    /** The details changed after the reviewer saw them. */
    REVIEW_VOID,
    /** Another engineer than the one who started the setup has to review it. */
    SECOND_ENGINEER,
    /** An invitation is on its way or open. */
    ALREADY_SENT,
    /** The earlier invitation is being cancelled at AWS. */
    STILL_CANCELLING,
    /** The start month can no longer be accepted in time. */
    MONTH_TOO_SOON,
    /** Another open setup has this account ID. */
    ACCOUNT_TAKEN,
    /** Another open setup has this root e-mail address. */
    ROOT_EMAIL_TAKEN,
    /** No person has to act, so there is nothing to be reminded of. */
    NOBODY_WAITS,
    /** The setup has not ended and needs its people. */
    STILL_OPEN
  }

  public NotPossible(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  /**
   * Goes on only if nothing speaks against it.
   *
   * @throws NotPossible with this reason, if there is one
   */
  public static void throwIf(Optional<Why> whyNot) {
    whyNot.ifPresent(
        why -> {
          throw new NotPossible(why);
        });
  }

  public Why why() {
    return why;
  }
}
