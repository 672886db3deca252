package awssetup.store.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement that is used again is as good as new. */
class SqliteConnectionTest {
  private static final String NAMES = "SELECT name FROM people WHERE name <> ? ORDER BY name";

  @TempDir private Path directory;
  private DataSource file;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    Properties settings = new Properties();
    settings.put("journal_mode", "WAL");
    file = SqliteConnection.to("jdbc:sqlite:" + directory.resolve("test.db"), settings);
    connection = file.getConnection();
    run(connection, "CREATE TABLE people (name TEXT)");
    run(connection, "INSERT INTO people VALUES ('Ada'), ('Bob'), ('Cleo')");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void a_statement_is_prepared_once() throws SQLException {
    PreparedStatement first = connection.prepareStatement(NAMES);
    first.close();
    assertThat(connection.prepareStatement(NAMES)).isSameAs(first);
  }

  @Test
  void a_statement_keeps_nothing_from_its_last_use() throws SQLException {
    try (PreparedStatement names = connection.prepareStatement(NAMES)) {
      names.setString(1, "Ada");
      names.setMaxRows(1);
      assertThat(firstOf(names)).isEqualTo("Bob");
    }
    try (PreparedStatement names = connection.prepareStatement(NAMES)) {
      assertThat(names.getMaxRows()).isZero();
      try (ResultSet none = names.executeQuery()) {
        assertThat(none.next()).as("nothing differs from a parameter that is not set").isFalse();
      }
    }
  }

  @Test
  void a_closed_statement_blocks_no_checkpoint() throws SQLException {
    PreparedStatement names = connection.prepareStatement(NAMES);
    names.setString(1, "Ada");
    names.executeQuery().next();
    names.close();
    try (Connection another = file.getConnection();
        Statement statement = another.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
      assertThat(result.getInt("busy")).as("whether a reader was in the way").isZero();
    }
  }

  @Test
  void a_statement_in_use_is_not_handed_out_again() throws SQLException {
    try (PreparedStatement outer = connection.prepareStatement(NAMES);
        PreparedStatement inner = connection.prepareStatement(NAMES)) {
      outer.setString(1, "Ada");
      inner.setString(1, "Bob");
      assertThat(firstOf(inner)).isEqualTo("Ada");
      assertThat(firstOf(outer)).isEqualTo("Bob");
    }
  }

  @Test
  void a_statement_is_forgotten_after_many_others() throws SQLException {
    PreparedStatement first = connection.prepareStatement(NAMES);
    first.close();
    for (int i = 0; i < 100; i++) {
      connection.prepareStatement("SELECT " + i).close();
    }
    assertThat(connection.prepareStatement(NAMES)).isNotSameAs(first);
  }

  private static String firstOf(PreparedStatement names) throws SQLException {
    try (ResultSet row = names.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
