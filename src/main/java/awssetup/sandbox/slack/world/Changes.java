package awssetup.sandbox.slack.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The listeners to tell when the workspace changes. */
public final class Changes {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Runs the listener after each change until the result is closed. */
  public AutoCloseable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Runs all listeners, on this thread. */
  public void announce() {
    listeners.forEach(Runnable::run);
  }
}
