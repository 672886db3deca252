package awssetup.store;

import awssetup.testkit.Postgres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The same on PostgreSQL. It would read small tables from end to end even if they have an index, so
 * the test switches that off; then it does so only if no index helps.
 */
class PostgresQueryPlanTest extends QueryPlanTest {
  @Override
  String newDatabase() {
    String url = Postgres.databaseWithTables();
    Postgres.run(
        "ALTER DATABASE " + url.replaceFirst(".*/(\\w+)\\?.*", "$1") + " SET enable_seqscan = off");
    return url;
  }

  @Override
  String explain() {
    return "EXPLAIN";
  }

  @Override
  String step(ResultSet row) throws SQLException {
    return row.getString(1);
  }

  /**
   * Whether an index covers the whole condition is tested on SQLite: here it depends on the rows.
   */
  @Override
  List<String> wholeTables(List<String> plan) {
    return plan.stream().filter(step -> step.contains("Seq Scan")).toList();
  }
}
