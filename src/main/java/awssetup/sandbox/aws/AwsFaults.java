package awssetup.sandbox.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults still to come, oldest first. Each call takes the first one that names it or names "*". */
final class AwsFaults {
  private static final String ANY = "*";

  /** A fault and the operation that meets it, "*" for any. */
  record Waiting(String operation, AwsFault fault) {

    boolean isFor(String called) {
      return operation.equals(ANY) || operation.equals(called);
    }
  }

  private final List<Waiting> waiting = new ArrayList<>();

  synchronized void add(String operation, AwsFault fault) {
    waiting.add(new Waiting(operation, fault));
  }

  synchronized void clear() {
    waiting.clear();
  }

  synchronized List<Waiting> list() {
    return List.copyOf(waiting);
  }

  /** Takes the fault for this call, and counts it. */
  synchronized Optional<AwsFault.Effect> take(String operation) {
    for (int i = 0; i < waiting.size(); i++) {
      Waiting first = waiting.get(i);
      if (first.isFor(operation)) {
        int left = first.fault().times() - 1;
        if (left == 0) {
          waiting.remove(i);
        } else {
          waiting.set(i, new Waiting(first.operation(), first.fault().times(left)));
        }
        return Optional.of(first.fault().effect());
      }
    }
    return Optional.empty();
  }
}
