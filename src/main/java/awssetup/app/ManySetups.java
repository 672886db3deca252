package awssetup.app;

import awssetup.ports.WakeUps;
import awssetup.sandbox.BackdatedState;
import awssetup.setup.AccountId;
import awssetup.setup.AuditEvent;
import awssetup.setup.Change;
import awssetup.setup.ChannelId;
import awssetup.setup.Invitation;
import awssetup.setup.Message;
import awssetup.setup.MessageKey;
import awssetup.setup.MessageTs;
import awssetup.setup.Observation;
import awssetup.setup.Option;
import awssetup.setup.Plan;
import awssetup.setup.Planner;
import awssetup.setup.Priority;
import awssetup.setup.ReportAccount;
import awssetup.setup.ReviewInvitation;
import awssetup.setup.Reviewers;
import awssetup.setup.Rule;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.SubmitDetails;
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
 * A thousand open setups, as after weeks of work for forty groups of companies. Each is made by the
 * domain's own intents and plan at simulated times; instead of being asked, the stand-ins for Slack
 * and AWS are told what they would know. Only the cards of that time are posted, and the app
 * redraws them as it looks at one setup after the other.
 */
final class ManySetups {
  private static final Logger LOG = LoggerFactory.getLogger(ManySetups.class);

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

  /** Wakes nothing: a setup is looked at only after it is complete. */
  private static final WakeUps NONE =
      new WakeUps() {
        @Override
        public void wake(SetupId id, Priority priority, Instant at) {}

        @Override
        public void committed() {}
      };

  private final Database database;
  private final WakeUps wakeUps;
  private final StoredSetups setups;
  private final StoredOutbox outbox;
  private final BackdatedState earlier;
  private final Plan.Rules rules;
  private final Instant now;
  private final Set<SetupId> members = new HashSet<>();
  private int invitations;

  /**
   * @param wakeUps gets a time for each setup, so that the app looks at one after the other
   */
  ManySetups(
      Database database, WakeUps wakeUps, BackdatedState earlier, Plan.Rules rules, Instant now) {
    this.database = database;
    this.wakeUps = wakeUps;
    this.setups = new StoredSetups(database, NONE);
    this.outbox = new StoredOutbox(database);
    this.earlier = earlier;
    this.rules = rules;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Creates them all and returns their ids. */
  Set<SetupId> create() {
    earlier.engineer(NORA.value(), "Nora Nguyen", "Europe/Berlin", "#7d3c98");
    for (int group = 0; group < CompanyNames.GROUPS.size(); group++) {
      String name = CompanyNames.GROUPS.get(group);
      String key = name.toUpperCase(Locale.ROOT);
      UserId contact = new UserId("U0" + key);
      ChannelId channel = new ChannelId("C0" + key);
      UserId engineer = group % 13 == 0 ? ERIN : group % 2 == 0 ? SAM : NORA;
      earlier.customer(channel.value(), contact.value(), name, "Toni " + name, engineer.value());
      int first = group * CompanyNames.CITIES.size();
      database.inTransaction(
          () -> {
            for (int i = 0; i < CompanyNames.CITIES.size(); i++) {
              String branch = name + " " + CompanyNames.CITIES.get(i);
              new Member(new MadeUpCustomer(first + i, branch, channel, contact, engineer))
                  .create();
            }
          });
    }
    LOG.info("{} more setups are open", members.size());
    return members;
  }

  /** Most began in the last days, some weeks ago, without a visible pattern. */
  private static Duration age(int n) {
    double share = n * 7919L % 1000 / 1000.0;
    return Duration.ofMinutes(90 + Math.round(Math.pow(share, 4) * OLDEST.toMinutes()));
  }

  /** One of the setups. */
  private final class Member {
    private final MadeUpCustomer customer;
    private final SetupId id = SetupId.random();
    private final List<AuditEvent> events = new ArrayList<>();
    private Setup setup;
    private Instant at;

    Member(MadeUpCustomer customer) {
      this.customer = customer;
      this.at = now.minus(age(customer.n())).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Plays the setup from its start until now, and saves the result once. */
    void create() {
      take(customer.start(id, at));
      Instant startedAt = at;
      playCustomer();
      waitUntilNow();
      setups.create(new Change(setup, false, events, List.of(CARD)), now);
      MessageKey card = outbox.card(id).orElseThrow().key();
      String text = "*" + customer.name() + "*";
      String ts = earlier.posted(customer.channel().value(), card.toString(), text, startedAt);
      outbox.posted(card, new MessageTs(ts), Optional.empty());
      Duration wait = FIRST_LOOK.plus(BETWEEN_LOOKS.multipliedBy(customer.n()));
      wakeUps.wake(id, Priority.NORMAL, now.plus(wait));
      members.add(id);
    }

    private void playCustomer() {
      int n = customer.n();
      boolean isNew = customer.option() == Option.NEW_ACCOUNT;
      boolean isInvited = n % 71 == 5 && invitations < OPEN_INVITATIONS;
      if (isInvited || n % 5 < (isNew ? 4 : 1)) {
        later();
        does(
            new SubmitDetails(
                customer.contact(),
                customer.option(),
                customer.details(at),
                customer.existingAccount()));
      }
      if (isNew && (isInvited || n % 5 == 1)) {
        later();
        does(
            new ReportAccount(
                customer.contact(), Optional.of(customer.account()), customer.prepared(isInvited)));
      }
      if (isInvited) {
        invite();
      }
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

    /** Sends an invitation on a day of the last two weeks, a different day for each. */
    private void invite() {
      at = now.minus(Duration.ofDays(invitations++)).minus(Duration.ofHours(2));
      YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC)).plusMonths(2);
      Instant startsAt = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      does(review(setup.account().map(TargetAccount::id).orElseThrow(), month));
      does(new Observation.Attempting(1));
      BackdatedState.Invited invited =
          earlier.invited(
              customer.account().value(), customer.name(), customer.rootEmail(), at, startsAt);
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

    private ReviewInvitation review(AccountId account, YearMonth month) {
      return new ReviewInvitation(
          customer.engineer(),
          account,
          month,
          customer.name() + " " + id,
          Optional.empty(),
          Reviewers.ANY_ENGINEER);
    }

    /** Records reminders and other effects of time alone, at the times when they were due. */
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
