package awssetup.store.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One piece of work in a shared commit, and the news of it for the thread that waits. */
final class SharedWork<T> {
  private enum News {
    COMMIT,
    FINISHED
  }

  private final Commits.Work<T> work;
  private final CompletableFuture<News> news = new CompletableFuture<>();
  private T result;
  private Throwable failure;

  SharedWork(Commits.Work<T> work) {
    this.work = work;
  }

  /**
   * Runs the work; if it fails, what it did is rolled back.
   *
   * @throws SQLException if the whole transaction is lost: SQLite itself rolls it back after some
   *     errors, such as a full disk
   */
  void runOn(Connection connection) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      result = work.on(connection);
    } catch (SQLException | RuntimeException | Error e) {
      failure = e;
      rollBackTo(connection, before);
    }
    connection.releaseSavepoint(before);
  }

  private void rollBackTo(Connection connection, Savepoint before) throws SQLException {
    try {
      connection.rollback(before);
    } catch (SQLException e) {
      throw SqlCause.of(failure).orElse(e);
    }
  }

  /** Tells the waiting thread to commit for all. */
  void letCommit() {
    news.complete(News.COMMIT);
  }

  /**
   * Tells the waiting thread that another one has committed for it.
   *
   * @param ofAll what kept the transaction from being committed; null if it was
   */
  void finish(Throwable ofAll) {
    if (failure == null) {
      failure = ofAll;
    }
    news.complete(News.FINISHED);
  }

  /** Waits for news at most this long; an interrupted thread does not wait. */
  boolean hasNewsWithin(long millis) {
    try {
      news.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return true;
  }

  boolean hasNews() {
    return news.isDone();
  }

  /** Waits for news as long as it takes, and says whether this thread has to commit. */
  boolean isToCommit() {
    return news.join() == News.COMMIT;
  }

  T result() throws SQLException {
    if (failure instanceof SQLException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    return result;
  }
}
