package awssetup.store;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts the statements that the stores run on a database. */
public final class StatementsUnderTest {
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();

  public StatementsUnderTest(Database database) {
    database
        .jdbi()
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext context) {
                String sql = context.getRenderedSql().strip().toUpperCase(Locale.ROOT);
                (sql.startsWith("SELECT") ? reads : writes).incrementAndGet();
              }
            });
  }

  public long reads() {
    return reads.get();
  }

  public long writes() {
    return writes.get();
  }
}
