package awssetup.slack.receive;

import com.google.gson.JsonParseException;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bolt middleware, over HTTP and over Socket Mode: when a handler fails, the person gets a sentence
 * with a reference, and the log gets the exception under the same reference. Without it Slack shows
 * a general error at best: Bolt's Socket Mode sends no acknowledgement at all for an exception or a
 * status other than 200.
 */
public final class ExplainFailures implements Middleware {
  private static final Logger log = LoggerFactory.getLogger(ExplainFailures.class);

  /** The form of our own names; a forged one could carry anything. */
  private static final Pattern NAME = Pattern.compile("[/a-z_,:-]{1,80}");

  private final UnaryOperator<String> sorry;
  private final Executor afterwards;

  /**
   * @param sorry the sentence for people, given a reference for those who help them
   * @param afterwards runs the answers that go through a response_url, which must not hold up the
   *     acknowledgement
   */
  public ExplainFailures(UnaryOperator<String> sorry, Executor afterwards) {
    this.sorry = sorry;
    this.afterwards = afterwards;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Bolt declares it
  public Response apply(Request request, Response response, MiddlewareChain chain) {
    try {
      Response answer = chain.next(request);
      if (answer == null) {
        throw new IllegalStateException("the handler returned no answer");
      }
      return answer.getStatusCode() == 404 ? unhandled(request, answer) : answer;
    } catch (Exception e) {
      String reference = "%06x".formatted(ThreadLocalRandom.current().nextInt(0x1000000));
      if (e instanceof JsonParseException) {
        // Its message quotes the payload, and with it what people typed.
        log.error(
            "{} failed, reference {}: {}",
            describe(request),
            reference,
            e.getClass().getSimpleName());
      } else {
        log.error("{} failed, reference {}", describe(request), reference, e);
      }
      return FailureReply.of(request, sorry.apply(reference), FailureStatus.status(e), afterwards);
    }
  }

  /**
   * Slack repeats an event that is not acknowledged, so it is; a click on a button that is gone is
   * not, so that Slack tells the person.
   */
  private static Response unhandled(Request<?> request, Response notFound) {
    log.warn("Nothing handles {}", describe(request));
    return request.getRequestType() == RequestType.Event ? Response.ok() : notFound;
  }

  /** The kind of a request and the name that routes it, without anything that people typed. */
  private static String describe(Request<?> request) {
    String name = null;
    if (request instanceof SlashCommandRequest command) {
      name = command.getPayload().getCommand();
    } else if (request instanceof BlockActionRequest action
        && action.getPayload().getActions() != null) {
      name =
          String.join(
              ",", action.getPayload().getActions().stream().map(a -> a.getActionId()).toList());
    } else if (request instanceof ViewSubmissionRequest submission
        && submission.getPayload().getView() != null) {
      name = submission.getPayload().getView().getCallbackId();
    } else if (request instanceof EventRequest event) {
      name = event.getEventType();
    }
    if (name == null) {
      return request.getRequestType().name();
    }
    return request.getRequestType() + " " + (NAME.matcher(name).matches() ? name : "(odd name)");
  }
}
