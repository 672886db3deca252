package awssetup.followup;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.ports.RequestId;
import awssetup.ports.Setups;
import awssetup.store.Database;
import awssetup.store.StoredSetups;
import awssetup.store.maintenance.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private static final Instant CAME_AT = Instant.parse("2026-12-01T08:00:00Z");
  private static final Duration COMES_AGAIN = Duration.ofDays(7);

  @Test
  void a_request_is_forgotten_when_it_cannot_come_again_any_more(@TempDir Path directory) {
    RequestId request = new RequestId("0123456789abcdef0123456789abcdef");
    try (Database database = Databases.open("jdbc:sqlite:" + directory.resolve("bot.db"))) {
      Setups setups = new StoredSetups(database, null);
      assertThat(setups.count(request, CAME_AT)).isTrue();

      runAt(CAME_AT.plus(COMES_AGAIN), setups);
      assertThat(setups.count(request, CAME_AT)).isFalse();

      runAt(CAME_AT.plus(COMES_AGAIN).plusMillis(1), setups);
      assertThat(setups.hasCounted(request)).isFalse();
    }
  }

  private static void runAt(Instant now, Setups setups) {
    new Retention(setups, Duration.ofDays(180), () -> now).run();
  }
}
