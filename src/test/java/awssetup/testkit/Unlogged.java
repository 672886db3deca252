package awssetup.testkit;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.GLOBEX_ACCOUNT;

import awssetup.sandbox.slack.SlackStandIn;
import com.google.gson.JsonElement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what must not reach the log. */
final class Unlogged {
  private final Set<String> typed = new HashSet<>();

  /** Account IDs and Slack ids of people are no secret: the log may hold them like other ids. */
  void remember(Object value) {
    String text = value.toString().strip();
    boolean free =
        value instanceof String && !text.matches("[0-9 -]*|[a-z_]*|[0-9]{4}-[0-9]{2}|U0[A-Z]+");
    if (free && text.length() > 3) {
      typed.add(text);
    }
  }

  /** What must not reach the log: all that was typed, and all tokens and secrets. */
  Set<String> all(SlackStandIn slack, Map<String, String> settings) {
    Set<String> all = new HashSet<>(typed);
    all.addAll(
        List.of(
            TestSettings.SIGNING_SECRET,
            TestSettings.EXTERNAL_ID_SECRET,
            settings.get("SLACK_BOT_TOKEN"),
            settings.get("AWS_SECRET_ACCESS_KEY"),
            TestSettings.externalId(ACCOUNT),
            TestSettings.externalId(GLOBEX_ACCOUNT),
            slack.apiUrl().resolve("/response/").toString()));
    slack.calls().stream()
        .map(call -> call.arguments().get("trigger_id"))
        .filter(trigger -> trigger != null && trigger.isJsonPrimitive())
        .map(JsonElement::getAsString)
        .forEach(all::add);
    return all;
  }
}
