package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.blockkit.BlockKit;
import awssetup.sandbox.slack.wire.Arguments;
import awssetup.sandbox.slack.wire.ViewFactory;
import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.Modal;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code views} methods: modals and Home tabs. */
public final class ViewMethods {
  private static final int LARGEST_VIEW = 250_000;

  private final StandInContext context;
  private final StandInWorkspace workspace;
  private final ViewFactory factory;

  ViewMethods(StandInContext context) {
    this.context = context;
    this.workspace = context.workspace();
    this.factory = new ViewFactory(context);
  }

  void addTo(Map<String, Method> methods) {
    methods.put("views.open", new Method(null, this::open));
    methods.put("views.update", new Method(null, this::update));
    methods.put("views.publish", new Method(null, this::publish));
  }

  /**
   * Returns the view if Slack would accept it. Used for the views in answers to submissions too.
   *
   * @throws ApiError if Slack would refuse it
   */
  public static JsonObject checked(JsonObject view, boolean home) {
    if (view.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_VIEW) {
      throw ApiError.of("view_too_large");
    }
    List<String> complaints = new ArrayList<>(home ? BlockKit.home(view) : BlockKit.modal(view));
    if (!complaints.isEmpty()) {
      complaints.add(0, "failed to match all allowed schemas [json-pointer:/view]");
      throw ApiError.withMessages("invalid_arguments", complaints);
    }
    return view;
  }

  private JsonObject open(Arguments arguments) {
    String triggerId = arguments.required("trigger_id");
    JsonObject asked = checked(view(arguments), false);
    refuseTakenExternalId(asked, null);
    Member viewer = workspace.person(context.triggers().exchange(triggerId));
    JsonObject view = factory.modal(asked, viewer, null);
    workspace.screens().open(Modal.showing(viewer.id(), view));
    return JsonTree.object("view", view.deepCopy());
  }

  private JsonObject update(Arguments arguments) {
    String id = arguments.string("view_id");
    String externalId = arguments.string("external_id");
    if (id == null && externalId == null) {
      throw ApiError.missing("view_id");
    }
    JsonObject asked = checked(view(arguments), false);
    Modal modal =
        workspace
            .screens()
            .find(
                view ->
                    id != null
                        ? id.equals(JsonTree.string(view, "id"))
                        : externalId.equals(JsonTree.string(view, "external_id")))
            .orElseThrow(() -> ApiError.of("not_found"));
    refuseStaleHash(arguments, modal.view());
    refuseTakenExternalId(asked, modal.id());
    Member viewer = workspace.person(modal.userId());
    JsonObject view = factory.replacing(modal.view(), asked, viewer);
    workspace
        .screens()
        .change(modal.userId(), modal.id(), old -> Modal.showing(old.userId(), view));
    return JsonTree.object("view", view.deepCopy());
  }

  private JsonObject publish(Arguments arguments) {
    Member viewer =
        workspace
            .findPerson(arguments.required("user_id"))
            .orElseThrow(() -> ApiError.of("user_not_found"));
    JsonObject asked = checked(view(arguments), true);
    Optional<JsonObject> before = workspace.screens().home(viewer.id());
    before.ifPresent(old -> refuseStaleHash(arguments, old));
    JsonObject view = factory.home(asked, viewer, before);
    workspace.screens().publish(viewer.id(), view);
    return JsonTree.object("view", view.deepCopy());
  }

  private static JsonObject view(Arguments arguments) {
    if (!arguments.all().has("view")) {
      throw ApiError.missing("view");
    }
    if (arguments.json("view", "invalid_arguments") instanceof JsonObject view) {
      return view;
    }
    throw ApiError.withMessages(
        "invalid_arguments", List.of("must provide an object [json-pointer:/view]"));
  }

  private static void refuseStaleHash(Arguments arguments, JsonObject view) {
    String hash = arguments.string("hash");
    if (hash != null && !hash.equals(JsonTree.string(view, "hash"))) {
      throw ApiError.of("hash_conflict");
    }
  }

  private void refuseTakenExternalId(JsonObject asked, String exceptViewId) {
    String wanted = JsonTree.string(asked, "external_id");
    if (wanted == null || wanted.isEmpty()) {
      return;
    }
    workspace
        .screens()
        .find(view -> wanted.equals(JsonTree.string(view, "external_id")))
        .filter(modal -> !modal.id().equals(exceptViewId))
        .ifPresent(
            modal -> {
              throw ApiError.of("duplicate_external_id");
            });
  }
}
