package awssetup.sandbox.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * As much of Slack as the page needs: people, channels, one setup card that goes through its steps,
 * and modals. Records what the page does as actions.
 */
final class FakeSlackPanel implements SlackPanel {
  final List<String> actions = new CopyOnWriteArrayList<>();
  final Map<String, JsonArray> views = new LinkedHashMap<>();
  final JsonArray messages = new JsonArray();
  final JsonObject threads = new JsonObject();
  String home = "null";
  private final FakeClockPanel clock;
  private final FakeAwsPanel aws;
  private int last;

  FakeSlackPanel(FakeClockPanel clock, FakeAwsPanel aws) {
    this.clock = clock;
    this.aws = aws;
  }

  @Override
  public JsonObject snapshot(String as, String channelOrNull) {
    JsonObject workspace = FakeSlackJson.workspace();
    JsonObject viewer = null;
    for (var person : workspace.getAsJsonArray("people")) {
      if (person.getAsJsonObject().get("id").getAsString().equals(as)) {
        viewer = person.getAsJsonObject();
      }
    }
    if (viewer == null) {
      throw new IllegalArgumentException("There is no such person.");
    }
    workspace.addProperty("now", clock.epoch());
    workspace.add("viewer", viewer);
    if (!viewer.get("kind").getAsString().equals("engineer")) {
      workspace.add("commands", new JsonArray());
    }
    boolean acme = channelOrNull == null || channelOrNull.equals("C0ACME");
    workspace.add("channel", workspace.getAsJsonArray("channels").get(acme ? 0 : 1).deepCopy());
    JsonArray seen = new JsonArray();
    for (var message : acme ? messages : new JsonArray()) {
      if (!message.getAsJsonObject().has("to")
          || message.getAsJsonObject().get("to").getAsString().equals(as)) {
        seen.add(message.deepCopy());
      }
    }
    workspace.add("messages", seen);
    workspace.add("threads", threads.deepCopy());
    workspace.add("views", views.getOrDefault(as, new JsonArray()).deepCopy());
    workspace.add("home", JsonParser.parseString(home));
    return workspace;
  }

  JsonObject say(String user, String text) {
    JsonObject message = new JsonObject();
    message.addProperty("ts", nextTs());
    message.addProperty("user", user);
    message.addProperty("text", text);
    message.addProperty("bot", user.equals("U0BOT"));
    message.addProperty("ephemeral", false);
    messages.add(message);
    return message;
  }

  JsonObject sayOnlyTo(String user, String text) {
    JsonObject message = say("U0BOT", text);
    message.addProperty("ephemeral", true);
    message.addProperty("to", user);
    return message;
  }

  JsonObject reply(JsonObject parent, String user, String text) {
    String ts = parent.get("ts").getAsString();
    JsonObject reply = say(user, text);
    messages.remove(messages.size() - 1);
    if (!threads.has(ts)) {
      threads.add(ts, new JsonArray());
    }
    threads.getAsJsonArray(ts).add(reply);
    JsonObject replies = new JsonObject();
    replies.addProperty("count", threads.getAsJsonArray(ts).size());
    replies.addProperty("last", reply.get("ts").getAsString());
    parent.add("replies", replies);
    return reply;
  }

  private String nextTs() {
    last++;
    return "%d.%06d".formatted(clock.epoch() - 1, last);
  }

  void open(String user, JsonObject view) {
    views.computeIfAbsent(user, id -> new JsonArray()).add(view);
  }

  @Override
  public JsonObject type(String as, String channel, String text, String threadTsOrNull) {
    actions.add("type " + as + " " + channel + " " + text);
    if (text.startsWith("/aws-setup")) {
      if (!as.equals("U0ENGINEER")) {
        return PanelAnswer.refused("/aws-setup is not a valid command.");
      }
      open(as, FakeSlackJson.startSetup());
    } else if (threadTsOrNull != null) {
      for (var message : messages) {
        if (message.getAsJsonObject().get("ts").getAsString().equals(threadTsOrNull)) {
          reply(message.getAsJsonObject(), as, text);
        }
      }
    } else {
      say(as, text);
    }
    return PanelAnswer.done();
  }

  @Override
  public JsonObject press(
      String as, String channel, String ts, String blockId, String actionId, String value) {
    actions.add("press " + as + " " + blockId + " " + actionId + " " + value);
    switch (actionId) {
      case "enter_details" -> open(as, FakeSlackJson.transferDetails());
      case "review_invitation" -> aws.invite("222233334444");
      default -> {}
    }
    card().add("blocks", FakeSlackJson.card(clock.epoch(), stage()));
    return PanelAnswer.done();
  }

  private int stage() {
    return aws.roleDeployed ? 3 : !aws.invitations.isEmpty() ? 2 : 1;
  }

  JsonObject card() {
    for (var message : messages) {
      if (message.getAsJsonObject().has("blocks")) {
        return message.getAsJsonObject();
      }
    }
    return say("U0BOT", "Set up AWS for Acme Robotics");
  }

  @Override
  public JsonObject pressInView(
      String as, String viewId, String blockId, String actionId, String value, JsonObject values) {
    actions.add("press_in_view " + viewId + " " + actionId + " " + value);
    return PanelAnswer.done();
  }

  @Override
  public JsonObject submit(String as, String viewId, JsonObject values) {
    actions.add("submit " + viewId + " " + values);
    if (viewId.equals("V0DETAILS")) {
      JsonObject account = values.getAsJsonObject("account_id").getAsJsonObject("account_id");
      if (!account.get("value").getAsString().matches("\\d{12}")) {
        return PanelAnswer.of(
            false, null, Map.of("account_id", "An AWS account ID has exactly 12 digits."));
      }
      card().add("blocks", FakeSlackJson.card(clock.epoch(), 1));
    } else {
      card().add("blocks", FakeSlackJson.card(clock.epoch(), 0));
    }
    views.remove(as);
    return PanelAnswer.done();
  }

  @Override
  public JsonObject closeView(String as, String viewId) {
    actions.add("close " + as + " " + viewId);
    views.remove(as);
    return PanelAnswer.done();
  }

  @Override
  public JsonObject openHome(String as) {
    actions.add("home " + as);
    home =
        """
        {"id": "V0HOME", "blocks": [
          {"type": "header", "text": {"type": "plain_text", "text": "Open setups"}},
          {"type": "section", "text": {"type": "mrkdwn", "text": "*Acme Robotics* · waiting for the customer"},
           "accessory": {"type": "button", "action_id": "check_now", "text": {"type": "plain_text", "text": "Check now"}}}]}
        """;
    return PanelAnswer.done();
  }

  @Override
  public JsonObject faults() {
    return JsonParser.parseString(
            """
            {"faults": [], "faultChoices": [{"id": "rate_limited", "label": "Next message: rate limited"}]}
            """)
        .getAsJsonObject();
  }

  @Override
  public void fault(String faultChoiceId) {
    actions.add("fault " + faultChoiceId);
  }

  @Override
  public void clearFaults() {
    actions.add("clear_faults");
  }
}
