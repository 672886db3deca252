package awssetup.app;

import awssetup.ports.WakeUps;
import awssetup.sandbox.BackdatedState;
import awssetup.setup.AccountId;
import awssetup.setup.AuditEvent;
import awssetup.setup.Change;
import awssetup.setup.ChannelId;
import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Intent;
import awssetup.setup.Invitation;
import awssetup.setup.Language;
import awssetup.setup.Message;
import awssetup.setup.MessageKey;
import awssetup.setup.MessageTs;
import awssetup.setup.Observation;
import awssetup.setup.Option;
import awssetup.setup.Plan;
import awssetup.setup.Planner;
import awssetup.setup.PreparationItem;
import awssetup.setup.Priority;
import awssetup.setup.Reviewers;
import awssetup.setup.Rule;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.SupportPlan;
import awssetup.setup.TargetAccount;
import awssetup.setup.TransferStatus;
import awssetup.setup.UserId;
import awssetup.store.Database;
import awssetup.store.StoredOutbox;
import awssetup.store.StoredSetups;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thousand open setups as an app would hold that has served forty groups of companies for weeks.
 * Each has come about by the domain's own intents, at simulated times, and was reminded by the
 * domain's own plan; only Slack and AWS were not asked, but made to remember. Of what was said then
 * the cards stand, which the app draws anew as it looks at the setups, one after the other.
 */
final class ManySetups {
  private static final Logger LOG = LoggerFactory.getLogger(ManySetups.class);

  private static final List<String> GROUPS =
      List.of(
          "Aperture",
          "Bluth",
          "Clampett",
          "Dunder",
          "Ewing",
          "Fabrikam",
          "Gekko",
          "Gringotts",
          "Hanso",
          "Hudsucker",
          "Ingen",
          "Jupiter",
          "Kramerica",
          "Lacuna",
          "Lexcorp",
          "Momcorp",
          "Monarch",
          "Nakatomi",
          "Northwind",
          "Octan",
          "Olivia",
          "Paper",
          "Pendant",
          "Pied",
          "Quantum",
          "Rekall",
          "Roxxon",
          "Sirius",
          "Sterling",
          "Strickland",
          "Tessier",
          "Umbra",
          "Vandelay",
          "Vehement",
          "Virtucon",
          "Waystar",
          "Wernham",
          "Wolfram",
          "Yoyodyne",
          "Zorin");
  private static final List<String> CITIES =
      List.of(
          "Amsterdam",
          "Athens",
          "Barcelona",
          "Berlin",
          "Bremen",
          "Brussels",
          "Dublin",
          "Florence",
          "Geneva",
          "Hamburg",
          "Helsinki",
          "Krakow",
          "Leipzig",
          "Lisbon",
          "London",
          "Lyon",
          "Madrid",
          "Milan",
          "Munich",
          "Oslo",
          "Paris",
          "Porto",
          "Prague",
          "Vienna",
          "Zurich");
  private static final UserId ERIN = new UserId("U0ENGINEER");
  private static final UserId SAM = new UserId("U0SECOND");
  private static final UserId NORA = new UserId("U0NORA");
  private static final Set<Plan.Unreachable> AWS = EnumSet.allOf(Plan.Unreachable.class);
  private static final Duration OLDEST = Duration.ofDays(35);
  private static final int OPEN_INVITATIONS = 14;
  private static final Message.Draft CARD = Message.Draft.card();

  private static final int MOST_PLANS = 40;
  private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1200);

  /** None of them is looked at before it has come as far as it shall. */
  private static final WakeUps NOBODY =
      new WakeUps() {
        @Override
        public void wake(SetupId id, Priority priority, Instant at) {}

        @Override
        public void committed() {}
      };

  private final Database database;
  private final WakeUps followUps;
  private final StoredSetups setups;
  private final StoredOutbox outbox;
  private final BackdatedState earlier;
  private final Plan.Rules rules;
  private final Instant now;
  private final Set<SetupId> members = new HashSet<>();
  private int invitations;

  /**
   * @param followUps looks at each before long, one after the other
   */
  ManySetups(
      Database database, WakeUps followUps, BackdatedState earlier, Plan.Rules rules, Instant now) {
    this.database = database;
    this.followUps = followUps;
    this.setups = new StoredSetups(database, () -> NOBODY);
    this.outbox = new StoredOutbox(database);
    this.earlier = earlier;
    this.rules = rules;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Makes them all; returns their ids. */
  Set<SetupId> gather() {
    earlier.engineer(NORA.value(), "Nora Nguyen", "Europe/Berlin", "#7d3c98");
    for (int group = 0; group < GROUPS.size(); group++) {
      String name = GROUPS.get(group);
      String key = name.toUpperCase(Locale.ROOT);
      UserId contact = new UserId("U0" + key);
      ChannelId channel = new ChannelId("C0" + key);
      UserId engineer = group % 13 == 0 ? ERIN : group % 2 == 0 ? SAM : NORA;
      earlier.customer(channel.value(), contact.value(), name, "Toni " + name, engineer.value());
      int first = group * CITIES.size();
      database.inTransaction(
          () -> {
            for (int i = 0; i < CITIES.size(); i++) {
              String customer = name + " " + CITIES.get(i);
              new Member(first + i, customer, channel, contact, engineer).come();
            }
          });
    }
    LOG.info("{} more setups are open", members.size());
    return members;
  }

  /** Most have begun in the last days and some weeks ago, without a pattern that one sees. */
  private static Duration age(int n) {
    double share = n * 7919L % 1000 / 1000.0;
    return Duration.ofMinutes(90 + Math.round(Math.pow(share, 4) * OLDEST.toMinutes()));
  }

  /** One setup of the crowd. */
  private final class Member {
    private final int n;
    private final String name;
    private final ChannelId channel;
    private final UserId contact;
    private final UserId engineer;
    private final SetupId id = SetupId.random();
    private final Option option;
    private final List<AuditEvent> events = new ArrayList<>();
    private Setup setup;
    private Instant at;

    Member(int n, String name, ChannelId channel, UserId contact, UserId engineer) {
      this.n = n;
      this.name = name;
      this.channel = channel;
      this.contact = contact;
      this.engineer = engineer;
      this.option = n % 3 == 0 ? Option.NEW_ACCOUNT : Option.TRANSFER_BILLING;
      this.at = now.minus(age(n)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** As far as it has come, and then what time has made of it; saved once, at the end. */
    void come() {
      take(
          Intent.start(
              id,
              option,
              name,
              Optional.of(contact),
              Optional.of("PO-" + (10_000 + n)),
              channel,
              engineer,
              Language.EN,
              at));
      Instant startedAt = at;
      boolean asked = n % 71 == 5 && invitations < OPEN_INVITATIONS;
      if (asked || n % 5 < (option == Option.NEW_ACCOUNT ? 4 : 1)) {
        later();
        does(new Intent.SubmitDetails(contact, option, details(), account()));
      }
      if (option == Option.NEW_ACCOUNT && (asked || n % 5 == 1)) {
        later();
        does(new Intent.ReportAccount(contact, Optional.of(accountId()), prepared(asked)));
      }
      if (asked) {
        invite();
      }
      waitUntilNow();
      setups.create(new Change(setup, false, events, List.of(CARD)), now);
      MessageKey card = outbox.card(id).orElseThrow().key();
      String ts = earlier.posted(channel.value(), card.toString(), "*" + name + "*", startedAt);
      outbox.posted(card, new MessageTs(ts), Optional.empty());
      followUps.wake(id, Priority.NORMAL, now.plus(FIRST_LOOK).plus(BETWEEN_LOOKS.multipliedBy(n)));
      members.add(id);
    }

    private void later() {
      at = at.plus(Duration.between(at, now).dividedBy(5));
    }

    private void does(Rule rule) {
      take(rule.apply(setup, at));
    }

    private void take(Change change) {
      setup = change.after();
      events.addAll(change.events());
    }

    private Set<PreparationItem> prepared(boolean all) {
      return all || n % 2 == 0
          ? EnumSet.allOf(PreparationItem.class)
          : EnumSet.of(PreparationItem.ROOT_MFA, PreparationItem.ORGANIZATION);
    }

    private Optional<AccountId> account() {
      return option == Option.TRANSFER_BILLING ? Optional.of(accountId()) : Optional.empty();
    }

    private AccountId accountId() {
      return new AccountId(Long.toString(700_000_000_000L + n));
    }

    private String domain() {
      return name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example";
    }

    private Details details() {
      return new Details(
          Optional.of("aws-root@" + domain()),
          option == Option.NEW_ACCOUNT ? Optional.of(name) : Optional.empty(),
          new Contact("Toni " + name, "it@" + domain(), Optional.empty()),
          SupportPlan.PARTNER_LED,
          false,
          contact,
          at);
    }

    /** One that was sent between today and two weeks ago, a day apart from the next. */
    private void invite() {
      at = now.minus(Duration.ofDays(invitations++)).minus(Duration.ofHours(2));
      YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC)).plusMonths(2);
      Instant startsAt = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      does(review(setup.account().map(TargetAccount::id).orElseThrow(), month));
      does(new Observation.Attempting(1));
      BackdatedState.Invited invited =
          earlier.invited(accountId().value(), name, "aws-root@" + domain(), at, startsAt);
      does(
          new Observation.Invited(
              1,
              new Invitation.Sent(
                  Optional.of(invited.handshakeId()),
                  invited.transferId(),
                  at,
                  Optional.of(invited.expiresAt()),
                  startsAt,
                  false,
                  TransferStatus.REQUESTED,
                  at)));
    }

    private Intent.ReviewInvitation review(AccountId account, YearMonth month) {
      return new Intent.ReviewInvitation(
          engineer, account, month, name + " " + id, Optional.empty(), Reviewers.ANY_ENGINEER);
    }

    /** Reminders and all that time alone brings about, at the times at which they were due. */
    private void waitUntilNow() {
      for (int i = 0; i < MOST_PLANS && at.isBefore(now); i++) {
        Plan plan = Planner.next(setup, rules, ZoneOffset.UTC, AWS, at);
        if (plan instanceof Plan.Note note) {
          does(note.rule());
        } else if (plan instanceof Plan.Wait wait) {
          at = wait.until();
        } else {
          return;
        }
      }
    }
  }
}
