package awssetup.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends requests that are already made and signed, over plain sockets that stay open. That costs
 * little CPU, which matters because the app runs on the same processors.
 */
final class Load {
  private final int port;

  Load(int port) {
    this.port = port;
  }

  /**
   * What was measured.
   *
   * @param took the time of each request in nanoseconds, sorted; in the open loop from when it was
   *     planned
   * @param refused how many were answered with an error
   */
  record Result(long[] took, int refused, Duration time) {
    double perSecond() {
      return took.length / (time.toNanos() / 1e9);
    }

    double millis(double quantile) {
      return took[(int) Math.min(took.length - 1, Math.floor(quantile * took.length))] / 1e6;
    }

    double max() {
      return took[took.length - 1] / 1e6;
    }
  }

  /** Each connection sends its next request once it has its answer. */
  Result closed(List<byte[]> requests, int connections) throws Exception {
    long start = System.nanoTime();
    return run(requests, connections, i -> 0, start);
  }

  /** Each request is sent at its time, even if earlier ones are not answered yet. */
  Result open(List<byte[]> requests, int perSecond, int connections) throws Exception {
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
    long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    return run(requests, connections, i -> start + i * gap, start);
  }

  private interface Timetable {
    long at(int request);
  }

  private Result run(List<byte[]> requests, int connections, Timetable timetable, long start)
      throws Exception {
    long[] took = new long[requests.size()];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    Callable<Void> sender =
        () -> {
          try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = next.getAndIncrement(); i < took.length; i = next.getAndIncrement()) {
              long at = timetable.at(i);
              sleepUntil(at);
              long from = at == 0 ? System.nanoTime() : at;
              if (!send(requests.get(i), socket.getOutputStream(), in)) {
                refused.incrementAndGet();
              }
              took[i] = System.nanoTime() - from;
            }
          }
          return null;
        };
    ExecutorService senders = Executors.newFixedThreadPool(connections);
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        all.add(senders.submit(sender));
      }
      for (Future<Void> one : all) {
        one.get();
      }
    } finally {
      senders.shutdownNow();
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    Arrays.sort(took);
    return new Result(took, refused.get(), time);
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (nanos != 0 && left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  /** One exchange; false if the app answered with an error. */
  static boolean send(byte[] request, OutputStream out, InputStream in) throws IOException {
    out.write(request);
    out.flush();
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("answered " + status);
    }
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).trim());
      }
    }
    return !new String(in.readNBytes(length), UTF_8).contains("\"errors\"");
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection was closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
