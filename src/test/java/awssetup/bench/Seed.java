package awssetup.bench;

import awssetup.followup.schedule.Schedule;
import awssetup.followup.schedule.SchedulerOptions;
import awssetup.ports.WakeUps;
import awssetup.sandbox.aws.StandInInvitation;
import awssetup.setup.AccountId;
import awssetup.setup.Change;
import awssetup.setup.ChannelId;
import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Invitation.Sent;
import awssetup.setup.Language;
import awssetup.setup.Observation;
import awssetup.setup.Option;
import awssetup.setup.Priority;
import awssetup.setup.ReviewInvitation;
import awssetup.setup.Reviewers;
import awssetup.setup.Rule;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.StartSetup;
import awssetup.setup.SubmitDetails;
import awssetup.setup.SupportPlan;
import awssetup.setup.TransferStatus;
import awssetup.store.Database;
import awssetup.store.StoredSetups;
import awssetup.store.maintenance.Databases;
import awssetup.testkit.People;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Fills a database with setups before the app sees it, each with its follow-up planned. */
final class Seed {
  private static final int IN_ONE_COMMIT = 500;

  private Seed() {}

  /**
   * @param followUpAt when the loop looks at each of them
   * @param further what has happened to the setup with this number since its start
   */
  static List<SetupId> setups(
      String url,
      int howMany,
      Instant startedAt,
      Instant followUpAt,
      BiFunction<Integer, Setup, Setup> further) {
    List<SetupId> ids = new ArrayList<>();
    try (Database database = Databases.open(url)) {
      WakeUps planned = planned(database, followUpAt);
      StoredSetups setups = new StoredSetups(database, planned);
      for (int from = 0; from < howMany; from += IN_ONE_COMMIT) {
        int first = from;
        database.inTransaction(
            () -> {
              for (int i = first; i < Math.min(first + IN_ONE_COMMIT, howMany); i++) {
                ids.add(one(setups, i, startedAt, further));
              }
            });
      }
    }
    return ids;
  }

  private static SetupId one(
      StoredSetups setups, int number, Instant at, BiFunction<Integer, Setup, Setup> further) {
    SetupId id = SetupId.random();
    Change start =
        new StartSetup(
                id,
                Option.TRANSFER_BILLING,
                "Customer " + number,
                Optional.empty(),
                Optional.empty(),
                channel(number),
                People.Ids.ERIN,
                Language.EN)
            .at(at);
    Setup setup = further.apply(number, start.after());
    setups.create(new Change(setup, false, List.of(), start.messages()), at);
    return id;
  }

  /** Enters the details, so that an engineer has to act next. */
  static Setup detailed(Setup started, AccountId account) {
    Instant at = started.facts().startedAt;
    Details details =
        new Details(
            Optional.empty(),
            Optional.empty(),
            new Contact("Carla Customer", "carla@customer.example", Optional.empty()),
            SupportPlan.RESOLD,
            false,
            People.Ids.ERIN,
            at);
    return new SubmitDetails(
            People.Ids.ERIN, Option.TRANSFER_BILLING, details, Optional.of(account))
        .apply(started, at)
        .after();
  }

  /** Enters the details and records the review and the invitation, as AWS has it. */
  static Setup invited(Setup started, StandInInvitation atAws) {
    Instant at = atAws.sentAt();
    AccountId account = new AccountId(atAws.accountId());
    YearMonth month = YearMonth.from(atAws.startsAt().atOffset(ZoneOffset.UTC));
    Sent sent =
        new Sent(
            Optional.of(atAws.handshakeId()),
            atAws.transferId(),
            at,
            Optional.of(atAws.expiresAt()),
            atAws.startsAt(),
            false,
            TransferStatus.REQUESTED,
            at);
    Setup setup = detailed(started, account);
    for (Rule rule :
        List.<Rule>of(
            new ReviewInvitation(
                People.Ids.ERIN,
                account,
                month,
                "Customer",
                Optional.empty(),
                Reviewers.ANY_ENGINEER),
            new Observation.Attempting(1),
            new Observation.Invited(1, sent))) {
      setup = rule.apply(setup, at).after();
    }
    return setup;
  }

  static ChannelId channel(int number) {
    return new ChannelId(number % 2 == 0 ? People.ACME : People.GLOBEX);
  }

  /** A different account for each number, and never the partner's. */
  static AccountId account(long number) {
    return new AccountId("%012d".formatted(300_000_000_000L + number));
  }

  /** Plans all follow-ups at the same time, with any priority. */
  private static WakeUps planned(Database database, Instant at) {
    Schedule schedule =
        new Schedule(
            database.dataSource(),
            Optional.empty(),
            SchedulerOptions.STANDARD,
            InstantSource.system());
    return new WakeUps() {
      @Override
      public void wake(SetupId id, Priority priority, Instant now) {
        schedule.wake(id, Priority.NORMAL, at);
      }

      @Override
      public void committed() {}
    };
  }

  static Instant longFromNow() {
    return Instant.now().plus(Duration.ofDays(30));
  }
}
