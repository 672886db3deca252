package awssetup.sandbox.slack.world;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What each person has on screen besides channels: modals, the Home tab, a notice. To be used under
 * the workspace's lock.
 */
public final class Screens {
  /** Slack's limit on modals on top of each other. */
  public static final int MOST_MODALS = 3;

  private final Map<String, List<Modal>> stacks = new HashMap<>();
  private final Map<String, JsonObject> homes = new HashMap<>();
  private final Map<String, String> notices = new HashMap<>();

  /** The person's modals, the bottom one first. */
  public List<Modal> stack(String userId) {
    return List.copyOf(stacks.getOrDefault(userId, List.of()));
  }

  /** The modal in front. */
  public Optional<Modal> top(String userId) {
    List<Modal> stack = stack(userId);
    return stack.isEmpty() ? Optional.empty() : Optional.of(stack.get(stack.size() - 1));
  }

  /** The first modal, of any person, with such a view. */
  public Optional<Modal> find(Predicate<JsonObject> which) {
    return stacks.values().stream()
        .flatMap(List::stream)
        .filter(modal -> which.test(modal.view()))
        .findFirst();
  }

  /** One of the person's modals. */
  public Optional<Modal> find(String userId, String viewId) {
    return stack(userId).stream().filter(modal -> modal.id().equals(viewId)).findFirst();
  }

  /** Opens a modal in place of all that the person has open. */
  public void open(Modal modal) {
    stacks.put(modal.userId(), new ArrayList<>(List.of(modal)));
  }

  /** Opens a modal on top of the others. */
  public void push(Modal modal) {
    stacks.computeIfAbsent(modal.userId(), id -> new ArrayList<>()).add(modal);
  }

  /** Changes the modal if it is still open. */
  public void change(String userId, String viewId, UnaryOperator<Modal> change) {
    stacks
        .getOrDefault(userId, new ArrayList<>())
        .replaceAll(modal -> modal.id().equals(viewId) ? change.apply(modal) : modal);
  }

  /** Closes one modal. */
  public void close(String userId, String viewId) {
    stacks.getOrDefault(userId, new ArrayList<>()).removeIf(modal -> modal.id().equals(viewId));
  }

  /** Closes all modals. */
  public void clear(String userId) {
    stacks.remove(userId);
  }

  /** The Home tab as last published to the person. */
  public Optional<JsonObject> home(String userId) {
    return Optional.ofNullable(homes.get(userId));
  }

  /** Replaces the Home tab. */
  public void publish(String userId, JsonObject view) {
    homes.put(userId, view);
  }

  /** The line that Slack shows the person alone, such as an error. */
  public Optional<String> notice(String userId) {
    return Optional.ofNullable(notices.get(userId));
  }

  /** Shows a line to the person; null removes it. */
  public void notice(String userId, String text) {
    if (text == null) {
      notices.remove(userId);
    } else {
      notices.put(userId, text);
    }
  }
}
