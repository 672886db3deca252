package awssetup.ports;

/** The database could not save or read. Nothing has changed; trying again is safe. */
public final class StoreUnavailable extends RuntimeException {
  public StoreUnavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
