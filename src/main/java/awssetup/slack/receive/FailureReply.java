package awssetup.slack.receive;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.view.View;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a person with a sentence in place of what they asked for; only they see it, and a modal
 * stays open with all that they typed. Slack shows its own general words for a status other than
 * 200.
 */
final class FailureReply {
  private static final Logger log = LoggerFactory.getLogger(FailureReply.class);

  private FailureReply() {}

  /**
   * The answer to a request.
   *
   * @param status the answer's status if Slack shows no sentence for this kind of request
   * @param afterwards runs the answers that go through a response_url, which must not hold up the
   *     acknowledgement
   */
  static Response of(Request<?> request, String sentence, int status, Executor afterwards) {
    if (request instanceof SlashCommandRequest command) {
      return command.getContext().ack(r -> r.responseType("ephemeral").text(sentence));
    }
    if (request instanceof ViewSubmissionRequest submission) {
      return firstInput(submission.getPayload().getView())
          .map(block -> submission.getContext().ackWithErrors(Map.of(block, sentence)))
          .orElseGet(() -> Response.error(status));
    }
    if (request instanceof BlockActionRequest action && action.getResponseUrl() != null) {
      afterwards.execute(() -> tell(action.getContext(), sentence));
      return Response.ok();
    }
    return Response.error(status);
  }

  /** Slack shows errors of a modal on input blocks only. */
  private static Optional<String> firstInput(View view) {
    return Optional.ofNullable(view).map(View::getBlocks).stream()
        .flatMap(blocks -> blocks.stream())
        .filter(InputBlock.class::isInstance)
        .map(block -> ((InputBlock) block).getBlockId())
        .findFirst();
  }

  private static void tell(ActionContext context, String sentence) {
    try {
      int code =
          context
              .respond(
                  ActionResponse.builder()
                      .responseType("ephemeral")
                      .replaceOriginal(false)
                      .text(sentence)
                      .build())
              .getCode();
      if (code != 200) {
        log.warn("Slack answered {} to an explanation", code);
      }
    } catch (IOException | RuntimeException e) {
      log.warn("Could not post an explanation: {}", e.getClass().getSimpleName());
    }
  }
}
