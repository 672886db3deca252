package awssetup.slack.handlers;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.webhook.WebhookResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ephemeral answers through the {@code response_url} of a request, which reaches the person even
 * where the app may not post. Best effort, because the person can click again. The SDK does not
 * throw on an HTTP error, so the status is checked here.
 */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private Answers() {}

  private interface Post {
    WebhookResponse send() throws IOException;
  }

  static void to(SlashCommandContext ctx, String text) {
    if (ctx.getResponseUrl() != null) {
      send(() -> ctx.respond(r -> r.responseType("ephemeral").text(text)));
    }
  }

  static void to(ActionContext ctx, String text) {
    if (ctx.getResponseUrl() != null) {
      send(() -> ctx.respond(r -> r.responseType("ephemeral").replaceOriginal(false).text(text)));
    }
  }

  /** Replaces the ephemeral message whose button was pressed. */
  static void inPlaceOf(ActionContext ctx, String text) {
    if (ctx.getResponseUrl() != null) {
      send(() -> ctx.respond(r -> r.responseType("ephemeral").replaceOriginal(true).text(text)));
    }
  }

  private static void send(Post post) {
    try {
      WebhookResponse answer = post.send();
      if (answer.getCode() != 200) {
        LOG.warn("An ephemeral answer was not taken: HTTP {}", answer.getCode());
      }
    } catch (IOException e) {
      LOG.warn("An ephemeral answer was lost: {}", e.getClass().getSimpleName());
    }
  }
}
