package awssetup.sandbox.slack;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to know when the picture changed. */
final class Changes {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  AutoCloseable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void announce() {
    listeners.forEach(Runnable::run);
  }
}
