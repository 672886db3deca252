package awssetup.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.function.Consumer;

/** Opens the pool of connections to a database. */
final class ConnectionPool {
  private ConnectionPool() {}

  /**
   * @param settings what the dialect asks for
   * @throws DatabaseUnusable if no connection can be opened; the message says what to do
   */
  static HikariDataSource open(
      String url, Dialect dialect, DatabaseOutage outage, Consumer<HikariConfig> settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("database");
    config.setJdbcUrl(url);
    config.setConnectionTimeout(Dialect.PATIENCE_MILLIS);
    config.setValidationTimeout(Dialect.PATIENCE_MILLIS / 2);
    config.setExceptionOverride(outage);
    settings.accept(config);
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw new SqlErrors(dialect).unusable(e);
    }
  }
}
