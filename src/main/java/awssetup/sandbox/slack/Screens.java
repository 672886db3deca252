package awssetup.sandbox.slack;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What each person has on screen besides channels: modals, the Home tab, a notice. Used under the
 * workspace's lock.
 */
final class Screens {
  /** Slack's limit on views on top of each other. */
  static final int MOST_MODALS = 3;

  private final Map<String, List<Modal>> stacks = new HashMap<>();
  private final Map<String, JsonObject> homes = new HashMap<>();
  private final Map<String, String> notices = new HashMap<>();

  List<Modal> stack(String userId) {
    return List.copyOf(stacks.getOrDefault(userId, List.of()));
  }

  Optional<Modal> top(String userId) {
    List<Modal> stack = stack(userId);
    return stack.isEmpty() ? Optional.empty() : Optional.of(stack.get(stack.size() - 1));
  }

  /** A modal of anybody, by id or by external id. */
  Optional<Modal> find(Predicate<JsonObject> which) {
    return stacks.values().stream()
        .flatMap(List::stream)
        .filter(modal -> which.test(modal.view()))
        .findFirst();
  }

  Optional<Modal> find(String userId, String viewId) {
    return stack(userId).stream().filter(modal -> modal.id().equals(viewId)).findFirst();
  }

  /** The only modal from now on. */
  void open(Modal modal) {
    stacks.put(modal.userId(), new ArrayList<>(List.of(modal)));
  }

  void push(Modal modal) {
    stacks.computeIfAbsent(modal.userId(), id -> new ArrayList<>()).add(modal);
  }

  /** Changes the modal where it is still open. */
  void change(String userId, String viewId, UnaryOperator<Modal> change) {
    stacks
        .getOrDefault(userId, new ArrayList<>())
        .replaceAll(modal -> modal.id().equals(viewId) ? change.apply(modal) : modal);
  }

  void close(String userId, String viewId) {
    stacks.getOrDefault(userId, new ArrayList<>()).removeIf(modal -> modal.id().equals(viewId));
  }

  void clear(String userId) {
    stacks.remove(userId);
  }

  Optional<JsonObject> home(String userId) {
    return Optional.ofNullable(homes.get(userId));
  }

  void publish(String userId, JsonObject view) {
    homes.put(userId, view);
  }

  Optional<String> notice(String userId) {
    return Optional.ofNullable(notices.get(userId));
  }

  void notice(String userId, String text) {
    if (text == null) {
      notices.remove(userId);
    } else {
      notices.put(userId, text);
    }
  }
}
