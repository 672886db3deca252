package awssetup.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class DatabaseOutageTest {
  private static final SQLException CUT = new SQLException("the server is gone", "08006");

  private final Logger logger = (Logger) LoggerFactory.getLogger(DatabaseOutage.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final DatabaseOutage outage = new DatabaseOutage(new PostgreSql());

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
  }

  @Test
  void an_outage_is_one_line_when_it_begins_and_one_when_it_is_over() {
    outage.look();
    fails(100);
    looks(19);
    fails(100);
    looks(19);
    assertThat(said()).hasSize(1).first().asString().contains("does not work: SQLSTATE 08006");
    looks(100);
    assertThat(said()).hasSize(2).last().asString().contains("works again");
    fails(1);
    assertThat(said()).hasSize(3);
  }

  @Test
  void whoever_opens_the_database_says_by_himself_what_is_wrong() {
    fails(3);
    assertThat(said()).isEmpty();
  }

  @Test
  void what_is_wrong_with_a_statement_is_no_outage() {
    outage.look();
    outage.adjudicate(new SQLException("twice the same", "23505"));
    outage.adjudicate(sqlite(SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE));
    assertThat(said()).isEmpty();
    assertThat(DatabaseOutage.isBehind(new SQLException("twice the same", "23505"))).isFalse();
    assertThat(DatabaseOutage.isBehind(new IllegalStateException("a bug"))).isFalse();
    assertThat(DatabaseOutage.isBehind(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "53100", "53300", "57P01", "57P03", "58030", "25006"})
  void a_server_that_does_not_serve_is_one(String state) {
    assertThat(DatabaseOutage.isBehind(new RuntimeException(new SQLException("no", state))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BUSY", "BUSY_SNAPSHOT", "LOCKED", "FULL", "IOERR_WRITE", "READONLY"})
  void a_file_that_cannot_be_used_is_one(String code) {
    assertThat(
            DatabaseOutage.isBehind(
                new RuntimeException(sqlite(SQLiteErrorCode.valueOf("SQLITE_" + code)))))
        .isTrue();
  }

  @Test
  void a_connection_that_does_not_come_in_time_is_one() {
    assertThat(DatabaseOutage.isBehind(new SQLTransientConnectionException("timed out"))).isTrue();
  }

  private static SQLiteException sqlite(SQLiteErrorCode code) {
    return new SQLiteException("no", code);
  }

  private void fails(int times) {
    for (int i = 0; i < times; i++) {
      outage.adjudicate(CUT);
    }
  }

  private void looks(int times) {
    for (int i = 0; i < times; i++) {
      outage.look();
    }
  }

  private List<String> said() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
