package awssetup.store;

import static awssetup.store.Samples.ACME;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
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
  class HomeTabs extends HomeTabsContract {
    @TempDir Path dir;

    @Override
    String newDatabase() {
      return url(dir);
    }
  }

  @Nested
  class Worklist extends WorklistContract {
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

  @Nested
  class Transactions extends TransactionsContract {
    @TempDir Path dir;

    @Override
    String newDatabase() {
      return url(dir);
    }
  }

  @Nested
  class Trouble extends TroubleContract {
    @TempDir Path dir;

    @Override
    String newDatabase() {
      return url(dir);
    }

    @Override
    AutoCloseable lockedByAnother() throws SQLException {
      Connection another = DriverManager.getConnection(url);
      try (Statement statement = another.createStatement()) {
        statement.execute("BEGIN EXCLUSIVE");
      }
      return another;
    }

    @Override
    void refuseWrites() throws SQLException {
      onAllConnections("PRAGMA query_only = ON");
    }

    @Test
    void a_full_disk_loses_nothing_that_was_kept() throws SQLException {
      started(ACME);
      onAllConnections("PRAGMA max_page_count = 1");
      String big = "x".repeat(500_000);
      assertNotKept(() -> edited(ACME, f -> f.orderId = Optional.of(big)));
      onAllConnections("PRAGMA max_page_count = 1000000");
      edited(ACME, f -> f.orderId = Optional.of(big));
    }

    /** Holds all connections at once, so that each of the pool gets the pragma. */
    private void onAllConnections(String pragma) throws SQLException {
      List<Connection> all = new ArrayList<>();
      for (int i = 0; i < Sqlite.CONNECTIONS; i++) {
        all.add(database.dataSource().getConnection());
      }
      for (Connection connection : all) {
        try (connection;
            Statement statement = connection.createStatement()) {
          statement.execute(pragma);
        }
      }
    }
  }

  private static String url(Path dir) {
    return "jdbc:sqlite:" + dir.resolve("store.db");
  }
}
