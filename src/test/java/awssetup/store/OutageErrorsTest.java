package awssetup.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class OutageErrorsTest {
  @Test
  void an_error_in_one_statement_is_no_outage() {
    assertThat(OutageErrors.areBehind(new SQLException("twice the same", "23505"))).isFalse();
    assertThat(OutageErrors.areBehind(new IllegalStateException("a bug"))).isFalse();
    assertThat(OutageErrors.areBehind(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "53100", "53300", "57P01", "57P03", "58030", "25006"})
  void a_server_that_does_not_serve_is_an_outage(String state) {
    assertThat(OutageErrors.areBehind(new RuntimeException(new SQLException("no", state))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BUSY", "BUSY_SNAPSHOT", "LOCKED", "FULL", "IOERR_WRITE", "READONLY"})
  void a_file_that_cannot_be_used_is_an_outage(String code) {
    SQLException failure = new SQLiteException("no", SQLiteErrorCode.valueOf("SQLITE_" + code));
    assertThat(OutageErrors.areBehind(new RuntimeException(failure))).isTrue();
  }

  @Test
  void a_connection_that_does_not_come_in_time_is_an_outage() {
    assertThat(OutageErrors.areBehind(new SQLTransientConnectionException("timed out"))).isTrue();
  }
}
