package awssetup.aws;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Lets callers that want the same list share one reading of it, as long as it began after they
 * asked: what a caller knew to be there before asking is in what it gets. One reading at a time.
 */
final class SharedReading<T> {
  private final Supplier<T> read;
  private final Object reading = new Object();
  private CompletableFuture<T> next;

  SharedReading(Supplier<T> read) {
    this.read = read;
  }

  /**
   * The result of a reading that begins after this call; its exception goes to all who share it.
   */
  T get() {
    CompletableFuture<T> mine;
    boolean first;
    synchronized (this) {
      first = next == null;
      if (first) {
        next = new CompletableFuture<>();
      }
      mine = next;
    }
    if (first) {
      readFor(mine);
    }
    try {
      return mine.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void readFor(CompletableFuture<T> waiting) {
    synchronized (reading) {
      synchronized (this) {
        next = null;
      }
      try {
        waiting.complete(read.get());
      } catch (RuntimeException | Error e) {
        waiting.completeExceptionally(e);
      }
    }
  }
}
