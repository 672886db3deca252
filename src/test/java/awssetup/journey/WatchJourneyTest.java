package awssetup.journey;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.aws.TransfersUnderTest;
import awssetup.followup.WatchUnderTest;
import awssetup.ports.WakeUps;
import awssetup.sandbox.aws.AwsFault;
import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import awssetup.store.Database;
import awssetup.store.StoredSetups;
import awssetup.store.maintenance.Databases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one round of the watch costs with 45 open invitations, which are three pages at AWS. */
class WatchJourneyTest extends Journey {
  private static final int INVITATIONS = 45;
  private static final String LIST = "ListInboundResponsibilityTransfers";

  private final List<Duration> rests = new ArrayList<>();
  private final List<SetupId> woken = new ArrayList<>();
  private BulkSetups bulk;
  private Database database;
  private TransfersUnderTest aws;
  private int before;
  private int listed;
  private WatchUnderTest watch;

  @BeforeEach
  void stopTheAppAndWatch() {
    world.stop();
    bulk = new BulkSetups(world, world.databaseUrl());
    bulk.invited(INVITATIONS);
    database = Databases.open(world.databaseUrl());
    aws = new TransfersUnderTest(world.aws.url(), world.clock, this::rest);
    StoredSetups setups = new StoredSetups(database, wakeUps);
    watch = new WatchUnderTest(setups, aws.transfers(), world.clock);
    before = world.aws.calls().size();
    listed = world.calls(LIST);
  }

  @AfterEach
  void closeTheWatch() {
    aws.close();
    database.close();
  }

  private void rest(Duration pause) {
    rests.add(pause);
    world.clock.advance(pause);
  }

  @Test
  void a_round_with_no_news_costs_a_call_for_each_page_a_second_apart_and_no_write()
      throws Exception {
    try (Connection beside = DriverManager.getConnection(world.databaseUrl())) {
      long commits = commits(beside);
      watch.round();
      assertThat(commits(beside)).isEqualTo(commits);
    }
    assertThat(world.aws.calls()).hasSize(before + 3);
    assertThat(world.calls(LIST)).isEqualTo(listed + 3);
    assertThat(rests).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(woken).isEmpty();
  }

  @Test
  void only_what_has_changed_is_written_and_woken() {
    world.aws.accept(world.aws.invitations().get(17).handshakeId());
    watch.round();
    assertThat(woken).containsExactly(bulk.all().get(17));
    watch.round();
    assertThat(woken).hasSize(1);
  }

  @Test
  void a_throttled_round_slows_down_and_comes_to_its_end() {
    watch.round();
    rests.clear();
    world.clock.advance(Duration.ofMinutes(1));
    for (int i = 0; i < 2; i++) {
      world.aws.failNext(LIST, AwsFault.error("TooManyRequestsException", null, "too many"));
    }
    watch.round();
    assertThat(world.calls(LIST)).as("the rest is left for the next round").isEqualTo(listed + 4);
    world.clock.advance(Duration.ofMinutes(1));
    world.aws.clearFaults();
    watch.round();
    assertThat(world.calls(LIST)).isEqualTo(listed + 7);
    assertThat(rests).allSatisfy(rest -> assertThat(rest).isGreaterThan(Duration.ofSeconds(1)));
  }

  /** A number that changes when another connection has committed something. */
  private static long commits(Connection beside) throws SQLException {
    try (var statement = beside.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA data_version")) {
      row.next();
      return row.getLong(1);
    }
  }

  private final WakeUps wakeUps =
      new WakeUps() {
        @Override
        public void wake(SetupId id, Priority priority, Instant now) {
          woken.add(id);
        }

        @Override
        public void committed() {}
      };
}
