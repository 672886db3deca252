package awssetup.sandbox.aws;

import com.google.gson.JsonObject;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last 1000 calls, newest last, so that a long demo does not fill the memory. */
final class AwsCallLog {
  private static final int KEPT = 1000;

  private final Deque<AwsCall> calls = new ArrayDeque<>();
  private final InstantSource clock;
  private final Runnable changed;

  /**
   * @param changed runs after each new call, on the thread that served it
   */
  AwsCallLog(InstantSource clock, Runnable changed) {
    this.clock = clock;
    this.changed = changed;
  }

  void add(String operation, JsonObject input, int status, String error) {
    synchronized (this) {
      if (calls.size() == KEPT) {
        calls.removeFirst();
      }
      calls.addLast(new AwsCall(clock.instant(), operation, input, status, error));
    }
    changed.run();
  }

  synchronized List<AwsCall> list() {
    return List.copyOf(calls);
  }
}
