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
 * What each person has on screen besides channels: modals, the Home tab, a notice. Used under the
 * workspace's lock.
 */
public final class Screens {
  /** Slack's limit on views on top of each other. */
  public static final int MOST_MODALS = 3;

  private final Map<String, List<Modal>> stacks = new HashMap<>();
  private final Map<String, JsonObject> homes = new HashMap<>();
  private final Map<String, String> notices = new HashMap<>();

  public List<Modal> stack(String userId) {
    return List.copyOf(stacks.getOrDefault(userId, List.of()));
  }

  public Optional<Modal> top(String userId) {
    List<Modal> stack = stack(userId);
    return stack.isEmpty() ? Optional.empty() : Optional.of(stack.get(stack.size() - 1));
  }

  /** A modal of anybody, by id or by external id. */
  public Optional<Modal> find(Predicate<JsonObject> which) {
    return stacks.values().stream()
        .flatMap(List::stream)
        .filter(modal -> which.test(modal.view()))
        .findFirst();
  }

  public Optional<Modal> find(String userId, String viewId) {
    return stack(userId).stream().filter(modal -> modal.id().equals(viewId)).findFirst();
  }

  /** The only modal from now on. */
  public void open(Modal modal) {
    stacks.put(modal.userId(), new ArrayList<>(List.of(modal)));
  }

  public void push(Modal modal) {
    stacks.computeIfAbsent(modal.userId(), id -> new ArrayList<>()).add(modal);
  }

  /** Changes the modal where it is still open. */
  public void change(String userId, String viewId, UnaryOperator<Modal> change) {
    stacks
        .getOrDefault(userId, new ArrayList<>())
        .replaceAll(modal -> modal.id().equals(viewId) ? change.apply(modal) : modal);
  }

  public void close(String userId, String viewId) {
    stacks.getOrDefault(userId, new ArrayList<>()).removeIf(modal -> modal.id().equals(viewId));
  }

  public void clear(String userId) {
    stacks.remove(userId);
  }

  public Optional<JsonObject> home(String userId) {
    return Optional.ofNullable(homes.get(userId));
  }

  public void publish(String userId, JsonObject view) {
    homes.put(userId, view);
  }

  public Optional<String> notice(String userId) {
    return Optional.ofNullable(notices.get(userId));
  }

  public void notice(String userId, String text) {
    if (text == null) {
      notices.remove(userId);
    } else {
      notices.put(userId, text);
    }
  }
}
