package awssetup.store.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A piece of work among those that share a commit, and what its owner hears of it. */
final class SharedWork<T> {
  private enum News {
    NEXT,
    THROUGH
  }

  private final Commits.Work<T> work;
  private final CompletableFuture<News> news = new CompletableFuture<>();
  private T result;
  private Throwable failure;

  SharedWork(Commits.Work<T> work) {
    this.work = work;
  }

  /**
   * Does it or, where it fails, nothing.
   *
   * @throws SQLException if the whole transaction is lost: SQLite itself rolls it back after some
   *     errors, such as a full disk
   */
  void doOn(Connection connection) throws SQLException {
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

  /** It is this one's turn to commit for all. */
  void comesNext() {
    news.complete(News.NEXT);
  }

  /**
   * @param ofAll what kept everything from being committed; null if nothing did
   */
  void isThrough(Throwable ofAll) {
    if (failure == null) {
      failure = ofAll;
    }
    news.complete(News.THROUGH);
  }

  /** Waits for news for so long; an interrupted thread does not wait. */
  boolean hearsWithin(long millis) {
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

  boolean hasHeard() {
    return news.isDone();
  }

  /** Waits for news as long as it takes. */
  boolean isNext() {
    return news.join() == News.NEXT;
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
