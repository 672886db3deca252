package awssetup.slack.handlers;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.webhook.WebhookResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ephemeral answers through the {@code response_url} of what somebody did: that reaches them
 * whatever the channel's posting rights. Best effort, for the person can click again; the SDK
 * throws on nothing, so the code is looked at.
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

  /** Takes the place of the ephemeral message whose button was pressed. */
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
