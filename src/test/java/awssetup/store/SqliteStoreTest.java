package awssetup.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The store on a real SQLite file. */
class SqliteStoreTest {

  @Nested
  class Setups extends SetupsContract {
    @TempDir Path dir;

    @Override
    String newDatabase() {
      return url(dir);
    }
  }

  @Nested
  class Selection extends SelectionContract {
    @TempDir Path dir;

    @Override
    String newDatabase() {
      return url(dir);
    }
  }

  @Nested
  class Outbox extends OutboxContract {
    @TempDir Path dir;

    @Override
    String newDatabase() {
      return url(dir);
    }
  }

  private static String url(Path dir) {
    return "jdbc:sqlite:" + dir.resolve("store.db");
  }
}
