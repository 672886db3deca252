package awssetup.sandbox.slack.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults still to come, oldest first; each call takes the first one that names it or names "*".
 */
public final class SlackFaults {
  public record Planned(String method, SlackFault fault) {}

  private final List<Planned> planned = new ArrayList<>();

  public synchronized void add(String method, SlackFault fault) {
    if (fault.times() < 1) {
      throw new IllegalArgumentException("A fault happens at least once");
    }
    planned.add(new Planned(method, fault));
  }

  public synchronized List<Planned> planned() {
    return List.copyOf(planned);
  }

  public synchronized void clear() {
    planned.clear();
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
