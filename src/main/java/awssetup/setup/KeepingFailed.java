package awssetup.setup;

/** The database could not save or read. Nothing has changed; trying again is safe. */
public final class KeepingFailed extends RuntimeException {
  public KeepingFailed(String what, Throwable cause) {
    super(what, cause);
  }
}
