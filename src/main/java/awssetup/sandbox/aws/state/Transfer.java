package awssetup.sandbox.aws.state;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One responsibility transfer and the handshake that carries it. It stores what happened and when;
 * statuses are computed from that and the current time, so that an invitation expires by itself.
 * Actions that AWS would refuse raise {@link AwsError}.
 */
public final class Transfer {
  /**
   * How long an invitation stays open. AWS documents 15 days for invitations to join an
   * organization; the same is assumed here.
   */
  static final Duration OPEN_FOR = Duration.ofDays(15);

  /** How long a finished handshake can be read. AWS documents 30 days. */
  static final Duration READABLE_FOR = Duration.ofDays(30);

  /** An invitation has to be accepted more than a day before its start. */
  public static final Duration NOTICE = Duration.ofHours(24);

  public final String id = AwsIds.transfer();
  public final String handshakeId = AwsIds.handshake();
  public final Customer source;
  public final boolean invitedByEmail;
  public final String notes;
  public final Instant sentAt;
  public final Instant expiresAt;
  public final Instant startsAt;
  public final Map<String, String> tagsToAttach;
  public final Map<String, String> tags = new LinkedHashMap<>();

  private String name;
  private String answer;
  private Instant answeredAt;
  private Instant endsAt;

  public Transfer(
      Customer source,
      boolean invitedByEmail,
      String name,
      String notes,
      Map<String, String> tagsToAttach,
      Instant sentAt,
      Instant startsAt) {
    this.source = source;
    this.invitedByEmail = invitedByEmail;
    this.name = name;
    this.notes = notes;
    this.tagsToAttach = tagsToAttach;
    this.sentAt = sentAt;
    this.expiresAt = sentAt.plus(OPEN_FOR);
    this.startsAt = startsAt;
  }

  public String name() {
    return name;
  }

  public void rename(String newName) {
    name = newName;
  }

  /** Last moment of the transfer; null until it is withdrawn. */
  public Instant endsAt() {
    return endsAt;
  }

  /** AWS's word for the transfer's status. */
  public String status(Instant now) {
    return endsAt == null ? handshakeState(now) : "WITHDRAWN";
  }

  /** AWS's word for the handshake's state. */
  public String handshakeState(Instant now) {
    if (answer != null) {
      return answer;
    }
    return now.isBefore(expiresAt) ? "REQUESTED" : "EXPIRED";
  }

  public boolean isOpen(Instant now) {
    return status(now).equals("REQUESTED");
  }

  public boolean isAccepted(Instant now) {
    return status(now).equals("ACCEPTED");
  }

  /** Whether AWS still shows the handshake. */
  public boolean handshakeIsReadable(Instant now) {
    Instant finishedAt = answer == null ? expiresAt : answeredAt;
    return now.isBefore(finishedAt.plus(READABLE_FOR));
  }

  public void accept(Instant now) {
    requireOpen("ACCEPTED", now);
    if (!now.isBefore(startsAt.minus(NOTICE))) {
      throw AwsError.invalid(
          "START_DATE_TOO_EARLY",
          "A transfer has to be accepted at least 24 hours before its start on " + startsAt + ".");
    }
    answered("ACCEPTED", now);
    tags.putAll(tagsToAttach);
  }

  public void decline(Instant now) {
    requireOpen("DECLINED", now);
    answered("DECLINED", now);
  }

  public void cancel(Instant now) {
    requireOpen("CANCELED", now);
    answered("CANCELED", now);
  }

  /**
   * Ends an accepted transfer.
   *
   * @param wantedEnd null for the end of the current month (UTC)
   */
  public void withdraw(Instant wantedEnd, Instant now) {
    String status = status(now);
    if (status.equals("WITHDRAWN")) {
      throw AwsError.of(
          "ResponsibilityTransferAlreadyInStatusException", "The transfer is already WITHDRAWN.");
    }
    if (!status.equals("ACCEPTED")) {
      throw AwsError.of(
          "InvalidResponsibilityTransferTransitionException",
          "A transfer that is " + status + " cannot be terminated.");
    }
    endsAt = wantedEnd == null ? endOfMonth(now) : wantedEnd;
  }

  /** The last millisecond of the month (UTC). */
  public static Instant endOfMonth(Instant moment) {
    YearMonth month = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
  }

  private void answered(String how, Instant now) {
    answer = how;
    answeredAt = now;
  }

  private void requireOpen(String wanted, Instant now) {
    String state = handshakeState(now);
    if (state.equals(wanted)) {
      throw AwsError.of(
          "HandshakeAlreadyInStateException", "The handshake is already " + state + ".");
    }
    if (!state.equals("REQUESTED")) {
      throw AwsError.of(
          "InvalidHandshakeTransitionException",
          "A handshake that is " + state + " cannot become " + wanted + ".");
    }
  }
}
