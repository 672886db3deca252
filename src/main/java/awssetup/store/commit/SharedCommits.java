package awssetup.store.commit;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lets all that waits to be written share one transaction, for a database with one writer at a
 * time, where making a commit durable takes far longer than the work in it. Whoever comes first
 * does the work of all who wait by then, commits once, and hands over to the first who came
 * meanwhile: there is no thread for it, and nobody waits for company. Work that fails is taken back
 * alone.
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
    if (comesFirst(mine) || isNext(mine)) {
      commitTogether();
    }
    return mine.result();
  }

  private synchronized boolean comesFirst(SharedWork<?> mine) {
    waiting.add(mine);
    boolean first = !busy;
    busy = true;
    return first;
  }

  /** Waits until somebody has done it, or it is this one's turn to commit. */
  private boolean isNext(SharedWork<?> mine) throws SQLException {
    if (!mine.hearsWithin(patienceMillis) && isWithdrawn(mine)) {
      throw new SQLTransientException("what comes first takes too long");
    }
    return mine.isNext();
  }

  private synchronized boolean isWithdrawn(SharedWork<?> mine) {
    return !mine.hasHeard() && waiting.remove(mine);
  }

  private void commitTogether() {
    List<SharedWork<?>> together = new ArrayList<>();
    Throwable failure = null;
    try {
      commits.commit(
          connection -> {
            takeAll(together);
            for (SharedWork<?> work : together) {
              work.doOn(connection);
            }
            return null;
          });
    } catch (SQLException | RuntimeException | Error e) {
      failure = e;
      if (together.isEmpty()) {
        // It could not begin: all have waited for the same.
        takeAll(together);
      }
    }
    handOver();
    for (SharedWork<?> work : together) {
      work.isThrough(failure);
    }
  }

  private synchronized void takeAll(List<SharedWork<?>> together) {
    together.addAll(waiting);
    waiting.clear();
  }

  private synchronized void handOver() {
    busy = !waiting.isEmpty();
    if (busy) {
      waiting.peek().comesNext();
    }
  }
}
