package awssetup.setup;

/** Which engineers may review an account before its invitation is sent. */
public enum Reviewers {
  ANY_ENGINEER,
  /** Four eyes: any engineer except the one who started the setup. */
  ANOTHER_ENGINEER;

  public boolean include(UserId engineer, Setup setup) {
    return this == ANY_ENGINEER || !setup.startedBy().equals(engineer);
  }

  /** Whether this turn waits for a review by another engineer than the one it belongs to. */
  public boolean sendFor(Turn turn) {
    return this == ANOTHER_ENGINEER
        && turn.step() == StepKey.INVITATION
        && turn.actor() == Actor.ENGINEER;
  }
}
