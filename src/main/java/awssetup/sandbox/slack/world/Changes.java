package awssetup.sandbox.slack.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to know when the picture changed. */
public final class Changes {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public AutoCloseable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public void announce() {
    listeners.forEach(Runnable::run);
  }
}
