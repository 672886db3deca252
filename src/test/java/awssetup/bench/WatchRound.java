package awssetup.bench;

import awssetup.aws.TransfersUnderTest;
import awssetup.followup.WatchUnderTest;
import awssetup.ports.WakeUps;
import awssetup.sandbox.aws.AwsCallObserver;
import awssetup.sandbox.aws.AwsFault;
import awssetup.sandbox.aws.StandInInvitation;
import awssetup.setup.Priority;
import awssetup.setup.SetupId;
import awssetup.store.Database;
import awssetup.store.StatementsUnderTest;
import awssetup.store.StoredSetups;
import awssetup.store.maintenance.Databases;
import awssetup.testkit.TestClock;
import com.google.gson.JsonObject;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one round of the watch costs. Instead of waiting between calls, it moves the clock. It runs
 * on one thread, whose CPU time is the app's alone, without the stand-in's.
 */
final class WatchRound implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
  private static final Instant STARTS = Instant.parse("2027-01-01T00:00:00Z");
  private static final int PAGE = 20;

  private final Report report;
  private final TestClock clock = new TestClock(NOW);
  private final BenchWorld world;
  private final List<StandInInvitation> invitations = new ArrayList<>();
  private final Database database;
  private final StatementsUnderTest statements;
  private final TransfersUnderTest transfers;
  private final WatchUnderTest watch;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger wakeUps = new AtomicInteger();

  private WatchRound(Report report, Path directory, int open) {
    this.report = report;
    world = new BenchWorld(clock, directory);
    for (int i = 0; i < open; i++) {
      String account = Seed.account(i).value();
      world.aws.addOrganization(account, "Customer " + i, "aws-" + i + "@customer.example");
      invitations.add(world.aws.invited(account, NOW, STARTS));
    }
    Seed.setups(
        world.database,
        open,
        NOW,
        Seed.longFromNow(),
        (i, setup) -> Seed.invited(setup, invitations.get(i)));
    database = Databases.open(world.database);
    statements = new StatementsUnderTest(database);
    transfers = new TransfersUnderTest(world.aws.url(), clock, clock::advance);
    watch = new WatchUnderTest(new StoredSetups(database, counted), transfers.transfers(), clock);
    world.aws.observe(
        new AwsCallObserver() {
          @Override
          public Optional<AwsFault> arrived(String host, String operation, JsonObject input) {
            calls.incrementAndGet();
            return Optional.empty();
          }
        });
  }

  static void run(Report report, Path directory) throws Exception {
    try (WatchRound first = new WatchRound(report, directory.resolve("first"), 1_000)) {
      for (int i = 0; i < 5; i++) {
        first.watch.round();
      }
    }
    for (int open : new int[] {100, 1_000, 10_000}) {
      try (WatchRound round = new WatchRound(report, directory.resolve("watch-" + open), open)) {
        round.measure("nothing new");
        for (int i = 0; i < open; i += 100) {
          round.world.aws.accept(round.invitations.get(i).handshakeId());
        }
        round.clock.advance(Duration.ofMinutes(5));
        round.measure("accepted: " + open / 100);
      }
    }
  }

  private void measure(String news) {
    int callsBefore = calls.get();
    long readsBefore = statements.reads();
    long writesBefore = statements.writes();
    int wakeUpsBefore = wakeUps.get();
    Instant simulated = clock.instant();
    var threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    watch.round();
    wall = System.nanoTime() - wall;
    cpu = threads.getCurrentThreadCpuTime() - cpu;
    int open = invitations.size();
    report.row(
        "watch round",
        "%,d open invitations, %s; in one process with the stand-in".formatted(open, news),
        "%d calls for %d pages, %d s at their pace; %.2f s CPU, %.1f s without the pace;"
            + " %d reads, %d writes, %d wake-ups",
        calls.get() - callsBefore,
        (open + PAGE - 1) / PAGE,
        Duration.between(simulated, clock.instant()).toSeconds(),
        cpu / 1e9,
        wall / 1e9,
        statements.reads() - readsBefore,
        statements.writes() - writesBefore,
        wakeUps.get() - wakeUpsBefore);
  }

  private final WakeUps counted =
      new WakeUps() {
        @Override
        public void wake(SetupId id, Priority priority, Instant now) {
          wakeUps.incrementAndGet();
        }

        @Override
        public void committed() {}
      };

  @Override
  public void close() {
    transfers.close();
    database.close();
    world.close();
  }
}
