package awssetup.sandbox.slack.wire;

import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.StandInContext;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * Makes the view that an app asked for: adds Slack's own fields and the first state of its form
 * fields.
 */
public final class ViewFactory {
  private final StandInContext context;
  private final BlockDefaults defaults;

  public ViewFactory(StandInContext context) {
    this.context = context;
    this.defaults = new BlockDefaults(context.ids());
  }

  /**
   * A new modal.
   *
   * @param below the modal it is put on, or null
   */
  public JsonObject modal(JsonObject asked, Member viewer, JsonObject below) {
    JsonObject view = common(asked, viewer, context.ids().next("V"));
    addModalFields(asked, view);
    view.addProperty(
        "root_view_id",
        below == null ? JsonTree.string(view, "id") : JsonTree.string(below, "root_view_id"));
    view.add("previous_view_id", below == null ? JsonNull.INSTANCE : below.get("id"));
    return view;
  }

  /** The same view with other content and another hash. */
  public JsonObject replacing(JsonObject old, JsonObject asked, Member viewer) {
    JsonObject view = common(asked, viewer, JsonTree.string(old, "id"));
    addModalFields(asked, view);
    view.add("root_view_id", old.get("root_view_id"));
    view.add("previous_view_id", old.get("previous_view_id"));
    return view;
  }

  /**
   * A Home tab. It keeps its ID when it is published again, so that a click in the old version
   * still counts.
   */
  public JsonObject home(JsonObject asked, Member viewer, Optional<JsonObject> before) {
    String id =
        before.map(view -> JsonTree.string(view, "id")).orElseGet(() -> context.ids().next("V"));
    JsonObject view = common(asked, viewer, id);
    view.add("root_view_id", view.get("id"));
    view.add("previous_view_id", JsonNull.INSTANCE);
    return view;
  }

  private JsonObject common(JsonObject asked, Member viewer, String id) {
    JsonArray blocks = defaults.blocks(JsonTree.list(asked, "blocks"));
    return JsonTree.object(
        "id",
        id,
        "team_id",
        viewer.teamId(),
        "type",
        JsonTree.string(asked, "type"),
        "blocks",
        blocks,
        "private_metadata",
        text(asked, "private_metadata"),
        "callback_id",
        text(asked, "callback_id"),
        "external_id",
        text(asked, "external_id"),
        "state",
        JsonTree.object("values", FormState.of(blocks, new JsonObject())),
        "hash",
        context.clock().instant().getEpochSecond() + "." + context.ids().shortOne(),
        "title",
        JsonNull.INSTANCE,
        "submit",
        JsonNull.INSTANCE,
        "close",
        JsonNull.INSTANCE,
        "clear_on_close",
        JsonTree.isTrue(asked, "clear_on_close"),
        "notify_on_close",
        JsonTree.isTrue(asked, "notify_on_close"),
        "app_id",
        StandInContext.APP_ID,
        "app_installed_team_id",
        context.workspace().home().id(),
        "bot_id",
        StandInContext.BOT_ID);
  }

  private static void addModalFields(JsonObject asked, JsonObject view) {
    for (String name : new String[] {"title", "submit", "close"}) {
      view.add(name, asked.has(name) ? asked.get(name).deepCopy() : JsonNull.INSTANCE);
    }
    if (asked.has("submit_disabled")) {
      view.add("submit_disabled", asked.get("submit_disabled"));
    }
  }

  private static String text(JsonObject asked, String name) {
    String text = JsonTree.string(asked, name);
    return text == null ? "" : text;
  }
}
