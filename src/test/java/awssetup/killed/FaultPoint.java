package awssetup.killed;

import java.util.Set;
import java.util.stream.Stream;

/**
 * One cell of the fault matrix.
 *
 * @param scene the part of the journey
 * @param call the call that the app makes or receives
 * @param nth counts calls of the same kind in this scene, from 1
 */
record FaultPoint(String scene, String call, int nth, Blow blow) {
  private static final String ACKNOWLEDGEMENT = "acknowledgement";

  /** These calls change nothing, so a lost one is the same to Slack and AWS as one never made. */
  private static final Set<String> READS =
      Set.of(
          "auth.test",
          "users.info",
          "conversations.history",
          "conversations.info",
          "conversations.members",
          "conversations.replies",
          "ListInboundResponsibilityTransfers",
          "DescribeResponsibilityTransfer",
          "DescribeHandshake",
          "GetCallerIdentity",
          "AssumeRole");

  FaultPoint {
    if (nth < 1) {
      throw new IllegalArgumentException("counted from 1");
    }
  }

  FaultPoint with(Blow other) {
    return new FaultPoint(scene, call, nth, other);
  }

  /** The call without its subject; of a message, its kind is kept. */
  String kind() {
    return call.startsWith("chat.postMessage ")
        ? call.replaceFirst(":\\d+$", "").replaceFirst("\\d{4}-\\d\\d-\\d\\d", "digest")
        : call.replaceFirst(" .*", "");
  }

  boolean onlyReads() {
    return READS.contains(kind());
  }

  /** This point with each blow that makes a difference. */
  Stream<FaultPoint> eachBlow() {
    Stream<Blow> blows =
        onlyReads()
            ? Stream.of(Blow.LOST)
            : call.equals(ACKNOWLEDGEMENT)
                ? Stream.of(Blow.LOST, Blow.AFTER)
                : Stream.of(Blow.values());
    return blows.map(this::with);
  }

  /** The name of its row in the matrix. */
  String row() {
    return scene + ": " + call + (nth == 1 ? "" : " (" + nth + ")");
  }
}
