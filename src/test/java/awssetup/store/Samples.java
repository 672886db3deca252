package awssetup.store;

import static awssetup.testkit.People.Ids.CARLA;
import static awssetup.testkit.People.Ids.ERIN;

import awssetup.setup.AccountId;
import awssetup.setup.Actor;
import awssetup.setup.AuditEvent;
import awssetup.setup.Change;
import awssetup.setup.ChannelAccess;
import awssetup.setup.ChannelId;
import awssetup.setup.ChannelProblem;
import awssetup.setup.Contact;
import awssetup.setup.Details;
import awssetup.setup.Ending;
import awssetup.setup.Invitation;
import awssetup.setup.Language;
import awssetup.setup.Message;
import awssetup.setup.Notice;
import awssetup.setup.Option;
import awssetup.setup.PreparationItem;
import awssetup.setup.Refusal;
import awssetup.setup.ReminderHistory;
import awssetup.setup.Review;
import awssetup.setup.Role;
import awssetup.setup.Rule;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.StartSetup;
import awssetup.setup.StepKey;
import awssetup.setup.SupportPlan;
import awssetup.setup.TargetAccount;
import awssetup.setup.TransferStatus;
import awssetup.setup.Turn;
import awssetup.testkit.People;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Acme and Globex, Erin who sets them up, and Carla who works at Acme. */
public final class Samples {
  public static final SetupId ACME = new SetupId("ACME000000000000");
  public static final SetupId GLOBEX = new SetupId("G10BEX0000000000");
  public static final ChannelId ACME_AWS = People.Ids.ACME;
  public static final ChannelId GLOBEX_AWS = People.Ids.GLOBEX;
  static final AccountId ACCOUNT = new AccountId("012345678901");
  static final AccountId OTHER_ACCOUNT = new AccountId("210987654321");
  public static final Instant NOW = Instant.parse("2026-11-23T09:30:00.123Z");
  static final Message.Draft NOTICE = Message.Draft.notice(Notice.COMPLETED);

  private Samples() {}

  static Change start(SetupId id, ChannelId channel, Instant now) {
    return new StartSetup(
            id,
            Option.NEW_ACCOUNT,
            "Acme Robotics",
            Optional.empty(),
            Optional.empty(),
            channel,
            ERIN,
            Language.EN)
        .at(now);
  }

  /** Changes facts without asking the domain's rules. */
  static Rule edit(Consumer<Setup.Facts> edit) {
    return (setup, now) -> {
      Setup.Facts facts = setup.facts();
      edit.accept(facts);
      return new Change(facts.toSetup(), false, List.of(), List.of());
    };
  }

  static Rule audited(AuditEvent.Kind kind, String detail) {
    return (setup, now) ->
        new Change(
            setup,
            false,
            List.of(new AuditEvent(now, Optional.of(ERIN), kind, Optional.ofNullable(detail))),
            List.of());
  }

  static Rule saying(Message.Draft... drafts) {
    return (setup, now) -> new Change(setup, false, List.of(), List.of(drafts));
  }

  static Rule refusing(RuntimeException no) {
    return (setup, now) -> {
      throw no;
    };
  }

  static Consumer<Setup.Facts> details(String rootEmail) {
    return f ->
        f.details =
            Optional.of(
                new Details(
                    Optional.ofNullable(rootEmail),
                    Optional.empty(),
                    new Contact("Carla Customer", "carla@acme.example", Optional.empty()),
                    SupportPlan.RESOLD,
                    false,
                    CARLA,
                    NOW));
  }

  static Consumer<Setup.Facts> account(AccountId id) {
    return f -> f.account = Optional.of(new TargetAccount(id, CARLA, NOW));
  }

  static Consumer<Setup.Facts> ended(Ending.Outcome outcome) {
    return f ->
        f.ending =
            Optional.of(
                new Ending(outcome, NOW, Optional.of(ERIN), Optional.of("no longer wanted")));
  }

  /** A next round that has been reviewed and is in this state at AWS, or has not been sent. */
  static Consumer<Setup.Facts> invited(Optional<TransferStatus> status) {
    return f -> {
      f.rounds++;
      f.invitation =
          Optional.of(
              new Invitation(
                  new Review(
                      f.rounds,
                      ACCOUNT,
                      YearMonth.of(2027, 1),
                      false,
                      "Acme",
                      Optional.empty(),
                      ERIN,
                      NOW),
                  Optional.empty(),
                  status.map(s -> sent(s, "rt-" + f.id.value() + f.rounds)),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
    };
  }

  static Invitation.Sent sent(TransferStatus status, String transferId) {
    return new Invitation.Sent(
        Optional.empty(), transferId, NOW, Optional.empty(), NOW, false, status, NOW);
  }

  /** The same round after it was voided, with its cancellation at AWS begun if that is known. */
  static Consumer<Setup.Facts> unwanted(Optional<Instant> attemptedAt) {
    return f ->
        f.invitation =
            f.invitation.map(
                i ->
                    new Invitation(
                        i.review(),
                        attemptedAt,
                        i.sent(),
                        i.refusal(),
                        i.trouble(),
                        i.retryAt(),
                        Optional.of(NOW)));
  }

  /** A setup with every fact set, each instant a different one. */
  static void everything(Setup.Facts f) {
    f.customerContact = Optional.of(CARLA);
    f.orderId = Optional.of("PO-4711");
    f.customerName = "Ächme & Söhne <!channel> 'x'; \uD83D\uDE80";
    f.details =
        Optional.of(
            new Details(
                Optional.of("Root.AWS@acme.example"),
                Optional.of("Acme production"),
                new Contact("Carla Customer", "carla@acme.example", Optional.of("+49 30 123")),
                SupportPlan.PARTNER_LED,
                true,
                CARLA,
                at(1)));
    f.earlierContact =
        Optional.of(new Contact("Colin Colleague", "colin@acme.example", Optional.of("+1 555")));
    f.account = Optional.of(new TargetAccount(ACCOUNT, CARLA, at(2)));
    f.prepared = EnumSet.of(PreparationItem.ROOT_MFA, PreparationItem.IAM_BILLING);
    f.preparedAt = Optional.of(at(3));
    f.rounds = 2;
    f.overdueRound = 1;
    f.invitation = Optional.of(invitation());
    f.roleWantedAt = Optional.of(at(4));
    f.role =
        new Role(
            Optional.of(at(5)),
            Optional.of(at(6)),
            Optional.of(at(7)),
            Optional.of(at(8)),
            Optional.of(at(9)),
            Optional.of(at(10)));
    f.reminderHistory =
        new ReminderHistory(
            Optional.of(new Turn(StepKey.BOOTSTRAP_ROLE, Actor.CUSTOMER, at(11))),
            5,
            3,
            Optional.of(at(12)),
            OptionalInt.of(2),
            Optional.of(at(13)),
            Optional.of(at(14)));
    f.channelAccess =
        new ChannelAccess(
            Optional.of(ChannelProblem.ARCHIVED), Optional.of(at(17)), Optional.of(at(18)));
    f.ending =
        Optional.of(
            new Ending(
                Ending.Outcome.CANCELLED, at(15), Optional.of(ERIN), Optional.of("not today")));
    f.forgottenAt = Optional.of(at(16));
  }

  private static Invitation invitation() {
    return new Invitation(
        new Review(
            2,
            ACCOUNT,
            YearMonth.of(2027, 1),
            true,
            "Acme (ACME000000000000)",
            Optional.of("see PO-4711"),
            ERIN,
            at(20)),
        Optional.of(at(21)),
        Optional.of(
            new Invitation.Sent(
                Optional.of("h-1234567890abcdef"),
                "rt-12345678",
                at(22),
                Optional.of(at(23)),
                at(24),
                true,
                TransferStatus.REQUESTED,
                at(25))),
        Optional.of(
            new Refusal(
                "HandshakeConstraintViolationException",
                Optional.of("PAYMENT_INSTRUMENT_REQUIRED"),
                "no valid payment",
                Optional.of("6f1c"),
                at(26))),
        Optional.of(new Invitation.Trouble(at(27), 3, true)),
        Optional.of(at(28)),
        Optional.of(at(29)));
  }

  private static Instant at(int minutes) {
    return NOW.plusSeconds(60L * minutes + minutes).plusMillis(minutes);
  }
}
