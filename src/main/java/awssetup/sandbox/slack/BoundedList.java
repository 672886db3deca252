package awssetup.sandbox.slack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last so many entries, so that a sandbox left running for a week does not fill up. */
final class BoundedList<T> {
  private final int most;
  private final Deque<T> entries = new ArrayDeque<>();

  BoundedList(int most) {
    this.most = most;
  }

  synchronized void add(T entry) {
    if (entries.size() == most) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  synchronized List<T> all() {
    return List.copyOf(entries);
  }

  synchronized void clear() {
    entries.clear();
  }
}
