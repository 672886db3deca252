package awssetup.killed;

/** When the app is killed with SIGKILL, relative to a call that it makes or receives. */
enum Blow {
  BEFORE("before it takes effect"),
  LOST("effect taken, answer lost"),
  AFTER("right after the answer");

  private final String words;

  Blow(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
