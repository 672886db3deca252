package awssetup.store.maintenance;

import static awssetup.store.Samples.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.ChannelAccess;
import awssetup.setup.Message;
import awssetup.setup.Notice;
import awssetup.setup.NoticeDetail;
import awssetup.setup.Setup;
import awssetup.setup.StepKey;
import awssetup.setup.Topic;
import awssetup.store.Database;
import awssetup.store.Dialects;
import awssetup.store.StoredOutbox;
import awssetup.store.StoredSetups;
import awssetup.testkit.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database in use since the first tables loses nothing on its way to the newest ones. */
class MigrationsTest {
  private static final String FIRST_TABLES = "6";

  private static final String ROWS =
      """
      INSERT INTO setups (id, version, option, option_at, customer_name, channel, started_by, started_at,
        prepared_root_mfa, prepared_organization, prepared_scps, prepared_cloudtrail, prepared_stacksets,
        prepared_iam_billing, rounds, overdue_round, reminders_in_turn, reminders_unanswered)
      VALUES ('ACME000000000000', 3, 'new_account', 1, 'Acme Robotics', 'C0ACME', 'U0ENGINEER', 1,
        1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
      INSERT INTO audit_events (setup_id, n, happened_at, done_by, kind)
      VALUES ('ACME000000000000', 1, 1, 'U0ENGINEER', 'started');
      INSERT INTO messages (setup_id, kind, n, place, topic, came_up_at, ts, fingerprint)
      VALUES ('ACME000000000000', 'card', 1, 1, '', 1, '1.000001', 'as it was');
      INSERT INTO messages (setup_id, kind, n, place, topic, detail, came_up_at, attempted_at)
      VALUES ('ACME000000000000', 'ops', 1, 2, 'UNANSWERED', 'details', 2, 3);
      INSERT INTO messages (setup_id, kind, n, place, topic, came_up_at, dropped_at)
      VALUES ('ACME000000000000', 'notice', 1, 3, 'COMPLETED', 4, 5);
      INSERT INTO drafts (id, channel, opened_by, opened_at)
      VALUES ('DRAFT00000000000', 'C0ACME', 'U0ENGINEER', 1)
      """;

  @Test
  void a_sqlite_database_keeps_everything(@TempDir Path directory) throws SQLException {
    keepsEverything("jdbc:sqlite:" + directory.resolve("bot.db"));
  }

  @Test
  void a_postgresql_database_keeps_everything() throws SQLException {
    keepsEverything(Postgres.newDatabase());
  }

  private static void keepsEverything(String url) throws SQLException {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db")
        .placeholders(Dialects.of(url).columnTypes())
        .target(FIRST_TABLES)
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String insert : ROWS.split(";")) {
        statement.executeUpdate(insert);
      }
    }

    try (Database database = Databases.open(url)) {
      StoredSetups setups = new StoredSetups(database, null);
      StoredOutbox outbox = new StoredOutbox(database);
      Setup acme = setups.find(ACME).orElseThrow();
      assertThat(acme.version()).isEqualTo(3);
      assertThat(acme.customerName()).isEqualTo("Acme Robotics");
      assertThat(acme.channelAccess()).isEqualTo(ChannelAccess.OPEN);
      assertThat(setups.history(ACME)).hasSize(1);
      assertThat(outbox.card(ACME).flatMap(Message::fingerprint)).contains("as it was");
      Message owed = outbox.owed(ACME).get(0);
      assertThat(outbox.owed(ACME)).hasSize(1);
      assertThat(owed.key()).hasToString(ACME + ":ops:1");
      assertThat(owed.topic())
          .isEqualTo(
              new Topic.OfNotice(Notice.UNANSWERED, new NoticeDetail.OfStep(StepKey.DETAILS)));
      assertThat(owed.attemptedAt()).isPresent();
    }
  }
}
