package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.world.JsonTree;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults still to come, oldest first. Each call takes the first one that names it or names "*".
 */
public final class SlackFaults {
  private record Planned(String method, SlackFault fault) {
    JsonObject json() {
      return JsonTree.object("operation", method, "fault", fault.label(), "times", fault.times());
    }
  }

  private final List<Planned> planned = new ArrayList<>();

  /**
   * @throws IllegalArgumentException if the fault would never happen
   */
  public synchronized void add(String method, SlackFault fault) {
    if (fault.times() < 1) {
      throw new IllegalArgumentException("A fault happens at least once");
    }
    planned.add(new Planned(method, fault));
  }

  private synchronized List<Planned> planned() {
    return List.copyOf(planned);
  }

  /**
   * Plans one of the faults on offer.
   *
   * @throws IllegalArgumentException if there is no such choice
   */
  public void addChoice(String id) {
    SlackFaultChoice choice = SlackFaultChoice.byId(id);
    add(choice.method(), choice.fault());
  }

  public synchronized void clear() {
    planned.clear();
  }

  /** The faults still to come and those on offer, in the form that the sandbox page draws. */
  public JsonObject snapshot() {
    return JsonTree.object(
        "faults",
        JsonTree.array(planned().stream().map(Planned::json).toList()),
        "faultChoices",
        JsonTree.array(
            SlackFaultChoice.ALL.stream()
                .map(choice -> JsonTree.object("id", choice.id(), "label", choice.label()))
                .toList()));
  }

  synchronized Optional<SlackFault> take(String method) {
    for (int i = 0; i < planned.size(); i++) {
      Planned next = planned.get(i);
      if (next.method().equals("*") || next.method().equals(method)) {
        if (next.fault().times() == 1) {
          planned.remove(i);
        } else {
          planned.set(i, new Planned(next.method(), next.fault().times(next.fault().times() - 1)));
        }
        return Optional.of(next.fault());
      }
    }
    return Optional.empty();
  }
}
