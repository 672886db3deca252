package awssetup.bench;

import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.OPS;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.slack.SlackStandIn;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.testkit.Signed;
import awssetup.testkit.TestSettings;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The stand-ins, which an app in another process calls over HTTP. */
final class BenchWorld implements AutoCloseable {
  private static final int TRIES = 10;

  final SlackStandIn slack;
  final AwsStandIn aws;
  final String database;

  BenchWorld(InstantSource clock, Path directory) {
    slack = SlackStandIn.start(clock, 0, TestSettings.SIGNING_SECRET, TestSettings.BOT_TOKEN);
    aws = AwsStandIn.start(clock, 0);
    // A slow call is measured and must not be given up.
    slack.settings().patience(Duration.ofSeconds(30));
    database = "jdbc:sqlite:" + directory.resolve("bench.db");
  }

  Map<String, String> settings() {
    Map<String, String> settings = TestSettings.between(slack, aws, database);
    settings.put("OPS_CHANNEL", OPS);
    return settings;
  }

  static Signed signed(URI events) {
    return new Signed(events, TestSettings.SIGNING_SECRET);
  }

  /** The block of a card that has this button. */
  static String blockOf(StandInMessage card, String actionId) {
    for (JsonElement block : card.blocks()) {
      JsonArray elements = block.getAsJsonObject().getAsJsonArray("elements");
      if (elements != null) {
        for (JsonElement element : elements) {
          JsonObject button = element.getAsJsonObject();
          if (button.has("action_id") && button.get("action_id").getAsString().equals(actionId)) {
            return block.getAsJsonObject().get("block_id").getAsString();
          }
        }
      }
    }
    throw new IllegalStateException("no button " + actionId);
  }

  /** The modal in front of the engineer. */
  JsonObject view() {
    List<JsonObject> views = slack.workspace().views(ERIN);
    return views.get(views.size() - 1);
  }

  /**
   * Types a command until its modal opens: an app that has just started, or a very busy machine,
   * may miss Slack's three seconds.
   */
  void open(String channel, String command) {
    for (int i = 0; i < TRIES && slack.workspace().views(ERIN).isEmpty(); i++) {
      slack.type(ERIN, channel, command);
    }
    if (slack.workspace().views(ERIN).isEmpty()) {
      throw new IllegalStateException("no modal after " + command);
    }
  }

  /** Submits the modal with these texts. */
  void submit(Map<String, String> texts) {
    JsonObject values = new JsonObject();
    texts.forEach(
        (field, text) -> {
          JsonObject element = new JsonObject();
          element.addProperty("type", "plain_text_input");
          element.addProperty("value", text);
          JsonObject action = new JsonObject();
          action.add(field, element);
          values.add(field, action);
        });
    slack.submit(ERIN, view().get("id").getAsString(), values);
  }

  @Override
  public void close() {
    slack.close();
    aws.close();
  }
}
