package awssetup.sandbox.slack.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last so many entries, so that a sandbox left running for a week does not fill up. */
public final class BoundedList<T> {
  private final int most;
  private final Deque<T> entries = new ArrayDeque<>();

  public BoundedList(int most) {
    this.most = most;
  }

  public synchronized void add(T entry) {
    if (entries.size() == most) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  public synchronized List<T> all() {
    return List.copyOf(entries);
  }

  public synchronized void clear() {
    entries.clear();
  }
}
