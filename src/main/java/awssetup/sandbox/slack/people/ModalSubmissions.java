package awssetup.sandbox.slack.people;

import awssetup.sandbox.slack.api.ViewMethods;
import awssetup.sandbox.slack.wire.AppAnswer;
import awssetup.sandbox.slack.wire.Field;
import awssetup.sandbox.slack.wire.FormState;
import awssetup.sandbox.slack.wire.Payloads;
import awssetup.sandbox.slack.wire.ViewFactory;
import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.Modal;
import awssetup.sandbox.slack.world.Screens;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Modals that people submit or close. Slack's client checks a form first, then the app answers it.
 * Both methods raise IllegalArgumentException unless the modal is in front of that person.
 */
public final class ModalSubmissions {
  private final StandInContext context;
  private final StandInWorkspace workspace;
  private final Payloads payloads;
  private final AppCalls app;
  private final ViewFactory factory;

  public ModalSubmissions(StandInContext context, AppCalls app) {
    this.context = context;
    this.workspace = context.workspace();
    this.payloads = new Payloads(context);
    this.app = app;
    this.factory = new ViewFactory(context);
  }

  public Delivery submit(String userId, String viewId, JsonObject stateValues) {
    Member person = workspace.person(userId);
    JsonObject view = filledIn(userId, viewId, stateValues);
    JsonArray blocks = JsonTree.list(view, "blocks");
    JsonObject values = JsonTree.child(JsonTree.child(view, "state"), "values");
    Map<String, String> complaints = FormCheck.complaints(blocks, values);
    if (!complaints.isEmpty()) {
      change(userId, viewId, modal -> modal.withErrors(complaints));
      return Delivery.fieldErrors(0, "", complaints);
    }
    change(userId, viewId, modal -> modal.nowBusy(true));
    AppAnswer answer = app.interaction(payloads.submission(person, view));
    return workspace.edit(() -> apply(person, view, answer));
  }

  /** The view as it is sent, with the values of its fields. */
  private JsonObject filledIn(String userId, String viewId, JsonObject stateValues) {
    synchronized (workspace) {
      JsonObject view = top(userId, viewId).view().deepCopy();
      if (JsonTree.child(view, "submit") == null) {
        throw new IllegalArgumentException("View " + viewId + " has no button to submit it");
      }
      JsonObject values = FormState.of(JsonTree.list(view, "blocks"), stateValues);
      view.add("state", JsonTree.object("values", values));
      return view;
    }
  }

  private void change(String userId, String viewId, UnaryOperator<Modal> change) {
    workspace.edit(
        () -> {
          workspace.screens().change(userId, viewId, change);
          workspace.screens().notice(userId, null);
          return null;
        });
  }

  public void close(String userId, String viewId) {
    Member person = workspace.person(userId);
    JsonObject view =
        workspace.edit(
            () -> {
              Modal modal = top(userId, viewId);
              if (JsonTree.isTrue(modal.view(), "clear_on_close")) {
                workspace.screens().clear(userId);
              } else {
                workspace.screens().close(userId, viewId);
              }
              return modal.view().deepCopy();
            });
    if (JsonTree.isTrue(view, "notify_on_close")) {
      boolean cleared = JsonTree.isTrue(view, "clear_on_close");
      app.interaction(payloads.closed(person, view, cleared));
    }
  }

  private Modal top(String userId, String viewId) {
    return workspace
        .screens()
        .top(userId)
        .filter(modal -> modal.id().equals(viewId))
        .orElseThrow(
            () -> new IllegalArgumentException("View " + viewId + " is not in front of " + userId));
  }

  private Delivery apply(Member person, JsonObject view, AppAnswer answer) {
    String viewId = JsonTree.string(view, "id");
    Screens screens = workspace.screens();
    screens.change(person.id(), viewId, modal -> modal.nowBusy(false));
    if (!answer.isOk()) {
      return trouble(person, answer, null);
    }
    if (answer.isEmpty()) {
      screens.close(person.id(), viewId);
      return Delivery.fine(200, "");
    }
    JsonObject tree = answer.tree();
    String action = tree == null ? "" : String.valueOf(JsonTree.string(tree, "response_action"));
    try {
      switch (action) {
        case "errors" -> {
          return errors(person, view, tree, answer);
        }
        case "update" -> {
          JsonObject fresh = factory.replacing(view, asked(tree), person);
          screens.change(person.id(), viewId, old -> Modal.showing(person.id(), fresh));
        }
        case "push" -> push(person, view, tree);
        case "clear" -> screens.clear(person.id());
        default -> {
          return trouble(person, answer, "an answer without a response_action");
        }
      }
    } catch (ApiError e) {
      return trouble(person, answer, e.answer().toString());
    }
    return Delivery.fine(200, answer.body());
  }

  private Delivery errors(Member person, JsonObject view, JsonObject tree, AppAnswer answer) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonObject errors = JsonTree.child(tree, "errors");
    for (String blockId : errors == null ? Set.<String>of() : errors.keySet()) {
      boolean input =
          Field.in(JsonTree.list(view, "blocks")).stream()
              .anyMatch(field -> field.isInput() && field.blockId().equals(blockId));
      String text = JsonTree.string(errors, blockId);
      if (input && text != null && !text.isBlank()) {
        texts.put(blockId, text);
      } else {
        context.problems().add("view_submission: no input block " + blockId + " for its error");
      }
    }
    if (texts.isEmpty()) {
      return trouble(person, answer, "errors that name no input block");
    }
    workspace
        .screens()
        .change(person.id(), JsonTree.string(view, "id"), modal -> modal.withErrors(texts));
    return Delivery.fieldErrors(200, answer.body(), texts);
  }

  private void push(Member person, JsonObject view, JsonObject tree) {
    if (workspace.screens().stack(person.id()).size() == Screens.MOST_MODALS) {
      throw ApiError.of("push_limit_reached");
    }
    JsonObject fresh = factory.modal(asked(tree), person, view);
    workspace.screens().push(Modal.showing(person.id(), fresh));
  }

  private static JsonObject asked(JsonObject tree) {
    JsonObject asked = JsonTree.child(tree, "view");
    if (asked == null) {
      throw ApiError.missing("view");
    }
    return ViewMethods.checked(asked, false);
  }

  /** The modal stays as it is, and Slack says that it could not reach the app. */
  private Delivery trouble(Member person, AppAnswer answer, String problem) {
    if (problem != null) {
      context.problems().add("view_submission: " + problem);
    }
    workspace.screens().notice(person.id(), Presses.TROUBLE);
    return Delivery.refused(answer.status(), answer.body(), Presses.TROUBLE);
  }
}
