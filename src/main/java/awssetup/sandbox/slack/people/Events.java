package awssetup.sandbox.slack.people;

import awssetup.sandbox.slack.wire.AppAnswer;
import awssetup.sandbox.slack.wire.Payloads;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * Sends events to the app, and up to three times again if the app does not accept one. The pauses
 * that Slack makes in between are left out.
 */
public final class Events {
  private static final int RETRIES = 3;

  private final StandInContext context;
  private final StandInWorkspace workspace;
  private final Payloads payloads;
  private final AppCalls app;

  public Events(StandInContext context, AppCalls app) {
    this.context = context;
    this.workspace = context.workspace();
    this.payloads = new Payloads(context);
    this.app = app;
  }

  /** A person opens the app's Home tab. */
  public Delivery homeOpened(String userId) {
    JsonObject event =
        JsonTree.object(
            "type", "app_home_opened",
            "user", workspace.person(userId).id(),
            "channel", workspace.directMessage(userId),
            "tab", "home",
            "event_ts", context.timestamps().next());
    workspace.home(userId).ifPresent(view -> event.add("view", view));
    return tell(event);
  }

  Delivery tell(JsonObject event) {
    JsonObject envelope = payloads.event(event);
    AppAnswer answer = app.event(envelope, Map.of());
    for (int retry = 1; retry <= RETRIES && !accepted(answer) && !answer.noRetry(); retry++) {
      Map<String, String> headers = new HashMap<>();
      headers.put("X-Slack-Retry-Num", String.valueOf(retry));
      headers.put(
          "X-Slack-Retry-Reason", answer.trouble() == null ? "http_error" : answer.trouble());
      answer = app.event(envelope, headers);
    }
    return accepted(answer)
        ? Delivery.fine(answer.status(), answer.body())
        : Delivery.refused(answer.status(), answer.body(), null);
  }

  private static boolean accepted(AppAnswer answer) {
    return answer.status() >= 200 && answer.status() < 300;
  }
}
