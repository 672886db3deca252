package awssetup.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * Tells every open page that something changed, as server-sent events. An event does not say what
 * changed: the page asks again. Many changes at once make one event, at most ten a second.
 */
final class ChangeStream implements AutoCloseable {
  private static final byte[] CHANGE = "event: change\ndata: {}\n\n".getBytes(UTF_8);
  private static final byte[] STILL_HERE = ":\n\n".getBytes(UTF_8);
  private final Set<Semaphore> readers = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  void changed() {
    readers.forEach(Semaphore::release);
  }

  /**
   * Keeps the exchange open until the page or the stream is closed. The first event comes at once.
   */
  void serve(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    Semaphore news = new Semaphore(1);
    readers.add(news);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write("retry: 1000\n\n".getBytes(UTF_8));
      while (closed.getCount() > 0) {
        boolean changed = news.tryAcquire(15, SECONDS);
        news.drainPermits();
        out.write(changed ? CHANGE : STILL_HERE);
        out.flush();
        closed.await(100, MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      readers.remove(news);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    changed();
  }
}
