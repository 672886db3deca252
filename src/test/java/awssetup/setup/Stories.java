package awssetup.setup;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stories of the domain's tests, their times and what is told in them: Acme Robotics transfers
 * the billing of an account it has, Globex opens a new one. A story starts on a Monday morning;
 * December is the month to come.
 */
final class Stories {
  private Stories() {}

  static final Instant MONDAY = Instant.parse("2026-11-02T10:00:00Z");
  static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  /** The time until which an invitation for December can be accepted. */
  static final Instant DECEMBERS_DEADLINE = Instant.parse("2026-11-30T00:00:00Z");

  static final AccountId ACMES = new AccountId("012345678901");
  static final AccountId GLOBEXS = new AccountId("444455556666");
  static final AccountId ANOTHER = new AccountId("777788889999");

  static final String HANDSHAKE = "h-acme0001";
  static final String TRANSFER = "rt-acme0001";

  static final Set<PreparationItem> ALL = EnumSet.allOf(PreparationItem.class);

  static final ReminderRules OFFICE_HOURS =
      new ReminderRules(
          List.of(
              Duration.ofHours(24),
              Duration.ofHours(24),
              Duration.ofHours(24),
              Duration.ofHours(72)),
          9 * 60,
          17 * 60,
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          ZoneOffset.UTC);

  static final Plan.Rules RULES = new Plan.Rules(OFFICE_HOURS, Duration.ofMinutes(1));

  /** Acme Robotics, started by Erin for Carla. */
  static Story acme() {
    return new Story(Option.TRANSFER_BILLING, "Acme Robotics", ACMES);
  }

  /** Globex, started by Erin for Carla. */
  static Story globex() {
    return new Story(Option.NEW_ACCOUNT, "Globex", GLOBEXS);
  }

  static Details details(Option option, String email, UserId by, Instant at) {
    return new Details(
        Optional.of("aws@example.com"),
        option == Option.NEW_ACCOUNT ? Optional.of("Production") : Optional.empty(),
        new Contact("Carla Customer", email, Optional.empty()),
        SupportPlan.PARTNER_LED,
        false,
        by,
        at);
  }

  static Invitation.Sent sent(TransferStatus status, Instant at) {
    return new Invitation.Sent(
        Optional.of(HANDSHAKE),
        TRANSFER,
        at,
        Optional.of(at.plus(Duration.ofDays(15))),
        Instant.parse("2026-12-01T00:00:00Z"),
        false,
        status,
        at);
  }

  static Refusal refusal(String exception, String reason, Instant at) {
    return new Refusal(
        exception, Optional.ofNullable(reason), "AWS's words", Optional.of("request-1"), at);
  }

  static List<Notice> notices(Change change) {
    return change.messages().stream()
        .filter(m -> m.kind() == MessageKind.NOTICE)
        .map(m -> ((Topic.OfNotice) m.topic()).notice())
        .toList();
  }

  static List<AuditEvent.Kind> kinds(Change change) {
    return change.events().stream().map(AuditEvent::kind).toList();
  }
}
