package awssetup.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    outage.works();
    fails(100);
    checks(19);
    fails(100);
    checks(19);
    assertThat(said()).hasSize(1).first().asString().contains("does not work: SQLSTATE 08006");
    checks(100);
    assertThat(said()).hasSize(2).last().asString().contains("works again");
    fails(1);
    assertThat(said()).hasSize(3);
  }

  @Test
  void before_the_database_is_open_nothing_is_logged() {
    fails(3);
    assertThat(said()).isEmpty();
  }

  @Test
  void an_error_in_one_statement_is_no_outage() {
    outage.works();
    outage.adjudicate(new SQLException("twice the same", "23505"));
    outage.adjudicate(sqlite(SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE));
    assertThat(said()).isEmpty();
  }

  private static SQLiteException sqlite(SQLiteErrorCode code) {
    return new SQLiteException("no", code);
  }

  private void fails(int times) {
    for (int i = 0; i < times; i++) {
      outage.adjudicate(CUT);
    }
  }

  private void checks(int times) {
    for (int i = 0; i < times; i++) {
      outage.works();
    }
  }

  private List<String> said() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
