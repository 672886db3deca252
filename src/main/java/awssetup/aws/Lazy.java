package awssetup.aws;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a thing once, when it is first needed. Building an SDK client loads some thousand classes,
 * which must not delay the start of the process.
 */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private T made;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }

  /** The thing, if it has been made. */
  synchronized Optional<T> ifMade() {
    return Optional.ofNullable(made);
  }
}
