package awssetup.journey;

import awssetup.testkit.Postgres;
import java.util.Map;

/** The same digests on PostgreSQL. */
class DigestOnPostgresJourneyTest extends DigestJourneyTest {
  @Override
  Map<String, String> settings() {
    return Map.of("DATABASE_URL", Postgres.newDatabase());
  }
}
