package awssetup.slack.receive;

import awssetup.ports.WorkListener;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import java.time.Duration;

/**
 * The outermost Bolt middleware, over HTTP and over Socket Mode: reports how long each request took
 * until its acknowledgement.
 */
public final class TimedRequests implements Middleware {
  private final WorkListener workListener;

  public TimedRequests(WorkListener workListener) {
    this.workListener = workListener;
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
      workListener.acknowledged(kind(request), failed, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private static WorkListener.Request kind(Request<?> request) {
    return switch (request.getRequestType()) {
      case Command -> WorkListener.Request.COMMAND;
      case BlockAction -> WorkListener.Request.BUTTON;
      case ViewSubmission -> WorkListener.Request.MODAL;
      case Event -> WorkListener.Request.EVENT;
      default -> WorkListener.Request.OTHER;
    };
  }
}
