package awssetup.store;

/** The databases that the app can use. */
public enum DatabaseKind {
  SQLITE("jdbc:sqlite:"),
  POSTGRESQL("jdbc:postgresql:");

  private final String urlPrefix;

  DatabaseKind(String urlPrefix) {
    this.urlPrefix = urlPrefix;
  }

  /**
   * @throws DatabaseUnusable if it is a URL of neither of them
   */
  static DatabaseKind of(String url) {
    for (DatabaseKind kind : values()) {
      if (url.startsWith(kind.urlPrefix)) {
        return kind;
      }
    }
    throw new DatabaseUnusable(
        "DATABASE_URL must start with jdbc:sqlite: or jdbc:postgresql://", null);
  }
}
