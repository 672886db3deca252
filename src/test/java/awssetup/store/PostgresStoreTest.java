package awssetup.store;

import org.junit.jupiter.api.Nested;

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
  class Outbox extends OutboxContract {
    @Override
    String newDatabase() {
      return Postgres.databaseWithTables();
    }
  }
}
