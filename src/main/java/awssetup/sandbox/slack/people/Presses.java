package awssetup.sandbox.slack.people;

import awssetup.sandbox.slack.api.ResponseUrls;
import awssetup.sandbox.slack.wire.AppAnswer;
import awssetup.sandbox.slack.wire.Field;
import awssetup.sandbox.slack.wire.FormState;
import awssetup.sandbox.slack.wire.Payloads;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.Modal;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * What people press or choose, in messages and in views. A confirmation dialog counts as confirmed.
 * Both methods raise IllegalArgumentException if there is nothing to press or to choose.
 */
public final class Presses {
  static final String TROUBLE = "We had some trouble connecting. Try again?";

  private final StandInContext context;
  private final StandInWorkspace workspace;
  private final Payloads payloads;
  private final AppCalls app;
  private final ResponseUrls responseUrls;

  public Presses(StandInContext context, AppCalls app, ResponseUrls responseUrls) {
    this.context = context;
    this.workspace = context.workspace();
    this.payloads = new Payloads(context);
    this.app = app;
    this.responseUrls = responseUrls;
  }

  public Delivery inMessage(
      String userId, String channelId, String ts, String blockId, String actionId, String value) {
    Member person = workspace.person(userId);
    JsonObject payload;
    synchronized (workspace) {
      StandInChannel channel = workspace.channel(channelId);
      StandInMessage message = seen(person, channel, ts);
      JsonObject action = action(message.blocks(), blockId, actionId, value);
      String url = responseUrls.issue(channelId, userId, ts);
      payload = payloads.messageActions(person, channel, message, action, url);
    }
    return outcome(person, app.interaction(payload));
  }

  public Delivery inView(
      String userId,
      String viewId,
      String blockId,
      String actionId,
      String value,
      JsonObject stateValues) {
    Member person = workspace.person(userId);
    JsonObject payload;
    synchronized (workspace) {
      JsonObject view = view(userId, viewId).deepCopy();
      JsonArray blocks = JsonTree.list(view, "blocks");
      JsonObject action = action(blocks, blockId, actionId, value);
      JsonObject values = FormState.of(blocks, stateValues);
      Field field = Field.find(blocks, blockId, actionId).orElseThrow();
      if (field.hasState()) {
        values.getAsJsonObject(blockId).add(actionId, field.state(action.get(field.valueName())));
      }
      view.add("state", JsonTree.object("values", values));
      payload = payloads.viewActions(person, view, action);
    }
    return outcome(person, app.interaction(payload));
  }

  private JsonObject view(String userId, String viewId) {
    return workspace
        .screens()
        .find(userId, viewId)
        .map(Modal::view)
        .or(
            () ->
                workspace
                    .screens()
                    .home(userId)
                    .filter(home -> viewId.equals(JsonTree.string(home, "id"))))
        .orElseThrow(() -> new IllegalArgumentException("No view " + viewId + " is open"));
  }

  private StandInMessage seen(Member person, StandInChannel channel, String ts) {
    if (!channel.members().contains(person.id())) {
      throw new IllegalArgumentException(person.id() + " is not in " + channel.id());
    }
    return workspace
        .timelines()
        .find(channel.id(), ts)
        .filter(m -> !m.ephemeral() || m.reader().equals(person.id()))
        .orElseThrow(() -> new IllegalArgumentException("No message " + ts + " to see"));
  }

  private JsonObject action(JsonArray blocks, String blockId, String actionId, String value) {
    Field field =
        Field.find(blocks, blockId, actionId)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Nothing to press at " + blockId + "/" + actionId));
    JsonObject action =
        JsonTree.object(
            "action_id",
            actionId,
            "block_id",
            blockId,
            "type",
            field.type(),
            "action_ts",
            context.timestamps().next());
    if (field.valueName() == null) {
      for (String name : new String[] {"text", "value", "url", "style"}) {
        if (field.element().has(name)) {
          action.add(name, field.element().get(name).deepCopy());
        }
      }
    } else {
      action.add(field.valueName(), field.state(chosen(field, value)).get(field.valueName()));
    }
    return action;
  }

  /** Several choices have commas between them. */
  private static JsonElement chosen(Field field, String value) {
    if (value == null) {
      throw new IllegalArgumentException("Say what to choose at " + field.actionId());
    }
    if (!field.valueName().equals("selected_options")) {
      return new JsonPrimitive(value);
    }
    JsonArray several = new JsonArray();
    for (String each : value.split(",")) {
      if (!each.isBlank()) {
        several.add(each.strip());
      }
    }
    return several;
  }

  private Delivery outcome(Member person, AppAnswer answer) {
    String trouble = answer.isOk() ? null : TROUBLE;
    workspace.edit(
        () -> {
          workspace.screens().notice(person.id(), trouble);
          return null;
        });
    if (answer.isOk() && !answer.isEmpty()) {
      context.problems().add("block_actions: an answer with a body is ignored: " + answer.body());
    }
    return trouble == null
        ? Delivery.fine(answer.status(), answer.body())
        : Delivery.refused(answer.status(), answer.body(), trouble);
  }
}
