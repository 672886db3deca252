package awssetup.slack;

import awssetup.setup.Meter;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import java.time.Duration;

/**
 * The outermost Bolt middleware, over HTTP and over Socket Mode: tells the meter how long each
 * request took until its acknowledgement.
 */
final class MeteredRequests implements Middleware {
  private final Meter meter;

  MeteredRequests(Meter meter) {
    this.meter = meter;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Bolt declares it
  public Response apply(Request request, Response response, MiddlewareChain chain)
      throws Exception {
    long begun = System.nanoTime();
    boolean failed = true;
    try {
      Response answer = chain.next(request);
      failed = answer == null || answer.getStatusCode() != 200;
      return answer;
    } finally {
      meter.acknowledged(kind(request), failed, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private static Meter.Request kind(Request<?> request) {
    return switch (request.getRequestType()) {
      case Command -> Meter.Request.COMMAND;
      case BlockAction -> Meter.Request.BUTTON;
      case ViewSubmission -> Meter.Request.MODAL;
      case Event -> Meter.Request.EVENT;
      default -> Meter.Request.OTHER;
    };
  }
}
