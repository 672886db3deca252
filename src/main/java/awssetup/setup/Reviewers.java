package awssetup.setup;

/** Which engineers may review an account before its invitation is sent. */
public enum Reviewers {
  ANY_ENGINEER,
  /** Two pairs of eyes: any but the one who started the setup. */
  ANOTHER_ENGINEER;

  public boolean include(UserId engineer, Setup setup) {
    return this == ANY_ENGINEER || !setup.startedBy().equals(engineer);
  }

  /** Whether this turn waits for a review by somebody else than the engineer it is about. */
  public boolean sendFor(Turn turn) {
    return this == ANOTHER_ENGINEER
        && turn.step() == StepKey.INVITATION
        && turn.actor() == Actor.ENGINEER;
  }
}
