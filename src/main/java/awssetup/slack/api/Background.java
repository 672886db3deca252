package awssetup.slack.api;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls Slack in the background of a request, so that a slow Slack never delays an acknowledgement.
 * Nothing runs here that must not be lost: modals are opened and people are answered, and they can
 * click again.
 */
public final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private static final int THREADS = 16;
  private static final int WAITING = 500;

  /** How long a call may take that a person waits for. */
  private static final Duration PATIENCE = Duration.ofMillis(2500);

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          30,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          work -> {
            Thread thread = new Thread(work, "slack-background");
            thread.setDaemon(true);
            return thread;
          });

  public Background() {
    threads.allowCoreThreadTimeOut(true);
  }

  /** Runs it soon; a failure is one line in the log. */
  public void run(String what, Runnable work) {
    start(
        what,
        () -> {
          work.run();
          return true;
        });
  }

  /** The result, if it comes in time; otherwise the work goes on in the background. */
  public <T> Optional<T> within(String what, Duration atMost, Callable<T> work) {
    return await(start(what, work), atMost);
  }

  /** Starts it; the result comes later, and a failure is one line in the log. */
  public <T> CompletableFuture<T> start(String what, Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      threads.execute(
          () -> {
            try {
              result.complete(work.call());
            } catch (Exception e) {
              LOG.warn("{} failed: {}", what, e.getMessage());
              result.completeExceptionally(e);
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.warn("{} was left out: too much is under way with Slack", what);
      result.completeExceptionally(e);
    }
    return result;
  }

  /** The result, if it comes in time without a failure. */
  public static <T> Optional<T> await(Future<T> future, Duration atMost) {
    try {
      return Optional.ofNullable(future.get(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }
}
