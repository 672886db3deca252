package awssetup.sandbox.slack.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Keeps only the last entries, so that a sandbox left running for a week does not fill the memory.
 * Safe for use by several threads.
 */
public final class BoundedList<T> {
  private final int most;
  private final Deque<T> entries = new ArrayDeque<>();

  /**
   * @param most how many entries to keep
   */
  public BoundedList(int most) {
    this.most = most;
  }

  public synchronized void add(T entry) {
    if (entries.size() == most) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  /** A copy of the entries, oldest first. */
  public synchronized List<T> all() {
    return List.copyOf(entries);
  }

  public synchronized void clear() {
    entries.clear();
  }
}
