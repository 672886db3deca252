package awssetup.sandbox.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults that wait for their call, first come first served. */
final class AwsFaults {
  private static final String ANY = "*";

  /** A fault and the operation it waits for, "*" for any. */
  record Waiting(String operation, AwsFault fault) {

    boolean isFor(String asked) {
      return operation.equals(ANY) || operation.equals(asked);
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

  /** The effect that this call meets, one occurrence of which is thereby used up. */
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
