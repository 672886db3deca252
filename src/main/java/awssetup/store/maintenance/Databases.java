package awssetup.store.maintenance;

import awssetup.store.Database;
import awssetup.store.Dialect;
import awssetup.store.Dialects;
import java.util.function.Consumer;

/** Opens databases, and refuses those that this version of the app must not work on. */
public final class Databases {
  /** Needs the rights that every change needs, and changes nothing. */
  static final String WRITE = "UPDATE setups SET version = version WHERE 1 = 0";

  private Databases() {}

  /**
   * Opens a database to work on it, and brings its tables up to date.
   *
   * @param url a JDBC URL of SQLite, whose directory is created, or of PostgreSQL
   * @throws awssetup.store.DatabaseUnusable if it cannot be used; the message says what to do
   */
  public static Database open(String url) {
    Dialect dialect = Dialects.of(url);
    dialect.prepare();
    return checked(
        Database.connect(url, dialect),
        database -> {
          database.require("SELECT 1");
          Migrations.run(database.dataSource(), dialect);
          database.require(WRITE);
          MovedAway.refuse(database);
        });
  }

  /**
   * Opens an existing database that has this version's tables, and leaves both as they are. A bot
   * may be working on it.
   *
   * @param url a JDBC URL of SQLite or PostgreSQL
   * @throws awssetup.store.DatabaseUnusable if there is no such database; the message says what to
   *     do
   */
  public static Database openAsIs(String url) {
    Dialect dialect = Dialects.of(url);
    dialect.requireThere();
    return checked(
        Database.connectToRead(url, dialect),
        database -> {
          Migrations.requireNone(database.dataSource(), dialect);
          MovedAway.refuse(database);
        });
  }

  private static Database checked(Database database, Consumer<Database> checks) {
    try {
      checks.accept(database);
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }
}
