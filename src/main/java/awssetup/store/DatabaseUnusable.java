package awssetup.store;

/** The database cannot be used at all. The message is one line that says what to do about it. */
public final class DatabaseUnusable extends RuntimeException {
  public DatabaseUnusable(String whatToDo, Throwable cause) {
    super(whatToDo, cause);
  }
}
