package awssetup.bench;

import awssetup.setup.AccountId;
import awssetup.setup.Change;
import awssetup.setup.ChannelId;
import awssetup.setup.Haste;
import awssetup.setup.Intent;
import awssetup.setup.Language;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import awssetup.setup.WakeUps;
import awssetup.store.Database;
import awssetup.store.StoredSetups;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Fills a database with setups before the app sees it, each with its follow-up planned. */
final class Seed {
  static final UserId ERIN = new UserId("U0ENGINEER");

  private static final int IN_ONE_COMMIT = 500;

  private Seed() {}

  /**
   * @param followUpAt when the loop looks at each of them
   * @param facts what is known of the setup with this number besides its start
   */
  static List<SetupId> setups(
      String url,
      int howMany,
      Instant startedAt,
      Instant followUpAt,
      BiConsumer<Integer, Setup.Facts> facts) {
    List<SetupId> ids = new ArrayList<>();
    try (Database database = Database.open(url)) {
      StoredSetups setups = new StoredSetups(database, () -> planned(database, followUpAt));
      for (int from = 0; from < howMany; from += IN_ONE_COMMIT) {
        int first = from;
        database.inTransaction(
            () -> {
              for (int i = first; i < Math.min(first + IN_ONE_COMMIT, howMany); i++) {
                ids.add(one(setups, i, startedAt, facts));
              }
            });
      }
    }
    return ids;
  }

  private static SetupId one(
      StoredSetups setups, int number, Instant at, BiConsumer<Integer, Setup.Facts> facts) {
    SetupId id = SetupId.random();
    setups.create(
        Intent.start(
            id,
            Option.TRANSFER_BILLING,
            "Customer " + number,
            Optional.empty(),
            Optional.empty(),
            channel(number),
            ERIN,
            Language.EN,
            at),
        at);
    setups.record(
        id,
        (setup, now) -> {
          Setup.Facts known = setup.facts();
          facts.accept(number, known);
          return new Change(known.toSetup(), false, List.of(), List.of());
        },
        at);
    return id;
  }

  static ChannelId channel(int number) {
    return new ChannelId(number % 2 == 0 ? "C0ACME" : "C0GLOBEX");
  }

  /** Different ones for different numbers, and none of the partner's. */
  static AccountId account(long number) {
    return new AccountId("%012d".formatted(300_000_000_000L + number));
  }

  private static WakeUps planned(Database database, Instant at) {
    OneTimeTask<Void> followUp = Tasks.oneTime("follow-up").execute((instance, context) -> {});
    SchedulerClient client =
        SchedulerClient.Builder.create(database.dataSource(), followUp).build();
    return new WakeUps() {
      @Override
      public void wake(SetupId id, Haste haste, Instant now) {
        client.scheduleIfNotExists(followUp.instance(id.value()), at);
      }

      @Override
      public void committed() {}
    };
  }

  static Instant longFromNow() {
    return Instant.now().plus(Duration.ofDays(30));
  }
}
