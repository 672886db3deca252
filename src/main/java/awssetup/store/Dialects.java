package awssetup.store;

/** Chooses the dialect of a database by its URL. */
public final class Dialects {
  private Dialects() {}

  /**
   * @param url a JDBC URL of SQLite or PostgreSQL
   * @throws DatabaseUnusable if it is another URL, or names no file; the message says what to do
   */
  public static Dialect of(String url) {
    return switch (DatabaseKind.of(url)) {
      case SQLITE -> new Sqlite(url);
      case POSTGRESQL -> new PostgreSql();
    };
  }
}
