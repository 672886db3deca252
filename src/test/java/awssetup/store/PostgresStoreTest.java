package awssetup.store;

import static awssetup.store.Samples.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.ports.StoreUnavailable;
import awssetup.setup.Setup;
import awssetup.store.maintenance.Databases;
import awssetup.testkit.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The store on a real PostgreSQL. */
class PostgresStoreTest {

  @Nested
  class Setups extends SetupsContract {
    @Override
    String newDatabase() {
      return Postgres.databaseWithTables();
    }
  }

  @Nested
  class Selection extends SelectionContract {
    @Override
    String newDatabase() {
      return Postgres.databaseWithTables();
    }
  }

  @Nested
  class HomeTabs extends HomeTabsContract {
    @Override
    String newDatabase() {
      return Postgres.databaseWithTables();
    }
  }

  @Nested
  class Worklist extends WorklistContract {
    @Override
    String newDatabase() {
      return Postgres.databaseWithTables();
    }
  }

  @Nested
  class Outbox extends OutboxContract {
    @Override
    String newDatabase() {
      return Postgres.databaseWithTables();
    }
  }

  @Nested
  class Transactions extends TransactionsContract {
    @Override
    String newDatabase() {
      return Postgres.databaseWithTables();
    }
  }

  @Nested
  class Trouble extends TroubleContract {
    @Override
    String newDatabase() {
      return Postgres.databaseWithTables();
    }

    @Override
    AutoCloseable lockedByAnother() throws SQLException {
      Connection another = DriverManager.getConnection(url);
      another.setAutoCommit(false);
      try (Statement statement = another.createStatement()) {
        statement.execute("LOCK TABLE setups IN EXCLUSIVE MODE");
      }
      return another;
    }

    @Override
    void refuseWrites() {
      Postgres.run("ALTER DATABASE " + name() + " SET default_transaction_read_only = on");
      cutConnections();
    }

    @Test
    void a_commit_waits_for_the_disk_even_if_the_servers_default_does_not() throws SQLException {
      Postgres.run("ALTER DATABASE " + name() + " SET synchronous_commit = off");
      database.close();
      database = Databases.open(url);
      try (Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement();
          ResultSet shown = statement.executeQuery("SHOW synchronous_commit")) {
        assertThat(shown.next()).isTrue();
        assertThat(shown.getString(1)).isEqualTo("on");
      }
    }

    @Test
    void connections_that_were_cut_are_replaced() {
      started(ACME);
      cutConnections();
      Optional<Setup> found = Optional.empty();
      for (int i = 0; found.isEmpty() && i < 20; i++) {
        try {
          found = setups.find(ACME);
        } catch (StoreUnavailable cut) {
          assertThat(cut).hasMessageContaining("SQLSTATE");
        }
      }
      assertThat(found).isPresent();
    }

    private void cutConnections() {
      Postgres.run(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
              + name()
              + "'");
    }

    private String name() {
      return url.replaceFirst(".*/(\\w+)\\?.*", "$1");
    }
  }
}
