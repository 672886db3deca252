package awssetup.journey;

import awssetup.sandbox.aws.StandInInvitation;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.setup.AccountId;
import awssetup.setup.Change;
import awssetup.setup.ChannelId;
import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Language;
import awssetup.setup.Option;
import awssetup.setup.Review;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.StartSetup;
import awssetup.setup.SupportPlan;
import awssetup.setup.TargetAccount;
import awssetup.setup.TransferStatus;
import awssetup.setup.UserId;
import awssetup.store.Database;
import awssetup.store.StoredSetups;
import awssetup.store.maintenance.Databases;
import awssetup.testkit.NoWakeUps;
import awssetup.testkit.People;
import awssetup.testkit.World;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes many setups straight into the database while the app is stopped, with their channels and
 * customers in Slack and their invitations at AWS.
 */
final class BulkSetups {
  private final World world;
  private final String databaseUrl;
  private final List<SetupId> all = new ArrayList<>();

  BulkSetups(World world, String databaseUrl) {
    this.world = world;
    this.databaseUrl = databaseUrl;
  }

  List<SetupId> all() {
    return all;
  }

  /** Setups that wait for their details, spread over this many channels. */
  void started(int setups, int channels) {
    for (int i = 0; i < channels; i++) {
      world
          .slack
          .workspace()
          .put(StandInChannel.open(channel(i), "crowd-" + i, People.ERIN, People.BOT));
    }
    write(setups, channels, (facts, i) -> {});
  }

  /** Setups whose details wait for an engineer's review, each in a channel of its own. */
  void toBeReviewed(int setups) {
    world.aws.inboundQuota(setups);
    for (int i = 0; i < setups; i++) {
      world
          .slack
          .workspace()
          .put(StandInChannel.open(channel(i), "crowd-" + i, People.ERIN, People.BOT));
      world.aws.addOrganization(account(i), "Crowd " + i, "aws-" + i + "@crowd.example");
    }
    write(
        setups,
        setups,
        (facts, i) -> detailed(facts, new AccountId(account(i)), world.clock.instant()));
  }

  /** Setups that wait for their invitations, which were all sent at this moment. */
  void invited(int setups) {
    world.aws.inboundQuota(setups);
    for (int i = 0; i < setups; i++) {
      world
          .slack
          .workspace()
          .put(StandInChannel.open(channel(i), "crowd-" + i, People.ERIN, People.BOT));
      world.aws.addOrganization(account(i), "Crowd " + i, "aws-" + i + "@crowd.example");
      world.inviteInTheConsole(account(i), "2027-01-01T00:00:00Z");
    }
    List<StandInInvitation> atAws = world.aws.invitations();
    write(setups, setups, (facts, i) -> sent(facts, atAws.get(i), world.clock.instant()));
  }

  private void write(int setups, int channels, BiConsumer<Setup.Facts, Integer> edit) {
    Instant now = world.clock.instant();
    try (Database database = Databases.open(databaseUrl)) {
      StoredSetups store = new StoredSetups(database, new NoWakeUps());
      for (int i = 0; i < setups; i++) {
        int number = i;
        SetupId id = new SetupId("CR0WD%011d".formatted(i));
        ChannelId channel = new ChannelId(channel(i % channels));
        store.create(start(id, channel, now), now);
        store.record(
            id,
            (setup, at) -> {
              Setup.Facts facts = setup.facts();
              edit.accept(facts, number);
              return new Change(facts.toSetup(), false, List.of(), List.of());
            },
            now);
        all.add(id);
      }
    }
  }

  private static Change start(SetupId id, ChannelId channel, Instant now) {
    return new StartSetup(
            id,
            Option.TRANSFER_BILLING,
            "Crowd",
            Optional.of(People.Ids.CARLA),
            Optional.empty(),
            channel,
            People.Ids.ERIN,
            Language.EN)
        .at(now);
  }

  private static void detailed(Setup.Facts facts, AccountId account, Instant now) {
    UserId carla = new UserId(People.CARLA);
    facts.details =
        Optional.of(
            new Details(
                Optional.empty(),
                Optional.empty(),
                new Contact("Carla Customer", "carla@crowd.example", Optional.empty()),
                SupportPlan.RESOLD,
                false,
                carla,
                now));
    facts.account = Optional.of(new TargetAccount(account, carla, now));
  }

  private static void sent(Setup.Facts facts, StandInInvitation atAws, Instant now) {
    AccountId account = new AccountId(atAws.accountId());
    detailed(facts, account, now);
    facts.rounds = 1;
    facts.roleWantedAt = Optional.of(now);
    Review review =
        new Review(
            1,
            account,
            YearMonth.of(2027, 1),
            false,
            "Crowd",
            Optional.empty(),
            People.Ids.ERIN,
            now);
    facts.invitation =
        Optional.of(
            new awssetup.setup.Invitation(
                review,
                Optional.empty(),
                Optional.of(
                    new awssetup.setup.Invitation.Sent(
                        Optional.of(atAws.handshakeId()),
                        atAws.transferId(),
                        now,
                        Optional.of(atAws.expiresAt()),
                        atAws.startsAt(),
                        false,
                        TransferStatus.REQUESTED,
                        now)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  static String channel(int i) {
    return "C1CROWD" + i;
  }

  private static String account(int i) {
    return "7%011d".formatted(i);
  }
}
