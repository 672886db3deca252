package awssetup.killed;

/** When the app is killed with SIGKILL, seen from something that it says or is told. */
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
