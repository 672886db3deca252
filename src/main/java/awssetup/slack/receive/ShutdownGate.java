package awssetup.slack.receive;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets requests in until the app begins to stop. Those that are in finish; later ones are answered
 * with a sentence that asks to try again in a moment, because Slack's own words for a 503 leave
 * people in doubt whether something happened. Events get the 503, because Slack repeats them.
 */
public final class ShutdownGate implements Middleware {
  private static final Logger log = LoggerFactory.getLogger(ShutdownGate.class);
  private static final int TRY_AGAIN = 503;
  private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);

  private final Supplier<String> sentence;
  private final Executor afterwards;

  /** Its parties are the requests that are in, and one until the gate is shut. */
  private final Phaser inside = new Phaser(1);

  private final RequestRate rate = new RequestRate();
  private boolean shut;
  private long shutAt;

  /**
   * @param sentence the answer to a person who comes too late
   * @param afterwards runs the answers that go through a response_url
   */
  public ShutdownGate(Supplier<String> sentence, Executor afterwards) {
    this.sentence = sentence;
    this.afterwards = afterwards;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Bolt declares it
  public Response apply(Request request, Response response, MiddlewareChain chain)
      throws Exception {
    rate.request(System.nanoTime());
    if (!enter()) {
      return FailureReply.of(request, sentence.get(), TRY_AGAIN, afterwards);
    }
    try {
      return chain.next(request);
    } finally {
      inside.arriveAndDeregister();
    }
  }

  private synchronized boolean enter() {
    if (shut) {
      return false;
    }
    inside.register();
    return true;
  }

  /** From now on no request is let in. */
  public synchronized void shut() {
    if (!shut) {
      shut = true;
      shutAt = System.nanoTime();
      inside.arriveAndDeregister();
    }
  }

  /** Whether requests are turned away. */
  public synchronized boolean isShut() {
    return shut;
  }

  /** Whether so many requests come in at the moment that other work had better wait. */
  public boolean isRushed() {
    return rate.isHigh(System.nanoTime());
  }

  /** Waits until all requests that are in have been answered, or Slack has given them up. */
  public void awaitLast() {
    shut();
    try {
      inside.awaitAdvanceInterruptibly(
          0, SLACKS_PATIENCE.toNanos() - (System.nanoTime() - shutAt), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      log.warn("Stopped while requests were still under way");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
