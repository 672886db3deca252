package awssetup.sandbox.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest calls, newest last; old ones are forgotten so that a long demo stays small. */
final class AwsCallLog {
  private static final int KEPT = 1000;

  private final Deque<AwsCall> calls = new ArrayDeque<>();

  synchronized void add(AwsCall call) {
    if (calls.size() == KEPT) {
      calls.removeFirst();
    }
    calls.addLast(call);
  }

  synchronized List<AwsCall> list() {
    return List.copyOf(calls);
  }
}
