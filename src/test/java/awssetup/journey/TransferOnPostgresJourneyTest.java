package awssetup.journey;

import awssetup.testkit.Postgres;
import awssetup.testkit.World;
import java.nio.file.Path;
import java.util.Map;

/** The same journey on PostgreSQL. */
class TransferOnPostgresJourneyTest extends TransferJourneyTest {
  @Override
  World world(Path directory) {
    return new World(directory, Map.of("DATABASE_URL", Postgres.newDatabase()));
  }
}
