package awssetup.aws;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a thing when it is first wanted, once. Building an SDK client loads some thousand classes,
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

  /** The thing, unless nobody has wanted it yet. */
  synchronized Optional<T> ifMade() {
    return Optional.ofNullable(made);
  }
}
