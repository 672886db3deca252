package awssetup.store.commit;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lets all waiting work share one transaction, for a database with one writer at a time, where a
 * durable commit takes far longer than the work in it. One thread runs the work of all that wait,
 * commits once, and hands over to the first thread that came in the meantime. There is no extra
 * thread, and work that comes alone does not wait for more. Work that fails is rolled back alone.
 */
public final class SharedCommits implements Commits {
  private final Commits commits;
  private final long patienceMillis;
  private final Deque<SharedWork<?>> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param commits makes the transaction that is shared
   * @param patienceMillis how long a piece of work waits for its transaction to begin
   */
  public SharedCommits(Commits commits, long patienceMillis) {
    this.commits = commits;
    this.patienceMillis = patienceMillis;
  }

  @Override
  public <T> T commit(Work<T> work) throws SQLException {
    SharedWork<T> mine = new SharedWork<>(work);
    if (isFirst(mine) || waitForTurn(mine)) {
      commitTogether();
    }
    return mine.result();
  }

  /** Adds the work to the queue; returns whether no other thread is committing. */
  private synchronized boolean isFirst(SharedWork<?> mine) {
    waiting.add(mine);
    boolean first = !busy;
    busy = true;
    return first;
  }

  /**
   * Waits until another thread has done the work, or this thread has to commit.
   *
   * @return whether this thread has to commit
   * @throws SQLException if the work has not begun in time; then it never will
   */
  private boolean waitForTurn(SharedWork<?> mine) throws SQLException {
    if (!mine.hasNewsWithin(patienceMillis) && isWithdrawn(mine)) {
      throw new SQLTransientException("the transactions before this one take too long");
    }
    return mine.isToCommit();
  }

  private synchronized boolean isWithdrawn(SharedWork<?> mine) {
    return !mine.hasNews() && waiting.remove(mine);
  }

  private void commitTogether() {
    List<SharedWork<?>> together = new ArrayList<>();
    Throwable failure = null;
    try {
      commits.commit(
          connection -> {
            takeAll(together);
            for (SharedWork<?> work : together) {
              work.runOn(connection);
            }
            return null;
          });
    } catch (SQLException | RuntimeException | Error e) {
      failure = e;
      if (together.isEmpty()) {
        // The transaction could not begin, which is what all of them were waiting for.
        takeAll(together);
      }
    }
    handOver();
    for (SharedWork<?> work : together) {
      work.finish(failure);
    }
  }

  private synchronized void takeAll(List<SharedWork<?>> together) {
    together.addAll(waiting);
    waiting.clear();
  }

  private synchronized void handOver() {
    busy = !waiting.isEmpty();
    if (busy) {
      waiting.peek().letCommit();
    }
  }
}
