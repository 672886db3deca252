package awssetup.journey;

/**
 * One cell of the fault matrix.
 *
 * @param scene the part of the journey
 * @param call what the app says or is told
 * @param nth the how-manieth time in this scene
 */
record FaultPoint(String scene, String call, int nth, Blow blow) {
  FaultPoint {
    if (nth < 1) {
      throw new IllegalArgumentException("counted from 1");
    }
  }

  FaultPoint with(Blow other) {
    return new FaultPoint(scene, call, nth, other);
  }

  /** The matrix's row. */
  String row() {
    return scene + ": " + call + (nth == 1 ? "" : " (" + nth + ")");
  }
}
