package awssetup.setup;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * One round of inviting: what an engineer reviewed, and what became of it at AWS. It is on disk
 * before AWS is asked ({@code attemptedAt}), because the invite call has no idempotency token.
 *
 * @param attemptedAt when the follow-up began the current attempt; kept until its outcome is known
 * @param sent what AWS answered, or what was found there
 * @param refusal why AWS said no, and since when it says so; kept while another attempt is under
 *     way, so that the same answer again is recognised
 * @param trouble AWS does not answer at present; empty again after any answer
 * @param retryAt when the bot tries again, after a refusal that passes or while AWS does not answer
 * @param cancelAskedAt since when this invitation is no longer wanted; AWS may not have been told
 *     yet
 */
public record Invitation(
    Review review,
    Optional<Instant> attemptedAt,
    Optional<Sent> sent,
    Optional<Refusal> refusal,
    Optional<Trouble> trouble,
    Optional<Instant> retryAt,
    Optional<Instant> cancelAskedAt) {

  /**
   * The invitation as it exists at AWS.
   *
   * @param handshakeId {@code h-…}; empty if an accepted transfer was found that names none
   * @param transferId {@code rt-…}
   * @param expiresAt when the handshake expires; empty if AWS did not say
   * @param startsAt when the transfer starts at AWS, which for a found one may differ from the
   *     reviewed month
   * @param found whether it was at AWS already and was adopted
   * @param statusAt when this status was first seen
   */
  public record Sent(
      Optional<String> handshakeId,
      String transferId,
      Instant at,
      Optional<Instant> expiresAt,
      Instant startsAt,
      boolean found,
      TransferStatus status,
      Instant statusAt) {

    /** Until when it can be accepted: the earlier of its expiry and 24 hours before the start. */
    public Instant deadline() {
      return Deadlines.of(startsAt, expiresAt);
    }

    boolean canBeAccepted(Instant now) {
      return status == TransferStatus.REQUESTED && now.isBefore(deadline());
    }

    Sent with(TransferStatus seen, Instant seenAt) {
      return new Sent(handshakeId, transferId, at, expiresAt, startsAt, found, seen, seenAt);
    }
  }

  /**
   * AWS does not answer, or asks to slow down: never a refusal.
   *
   * @param told whether the engineer has been told
   */
  public record Trouble(Instant since, int attempts, boolean told) {}

  /** Just reviewed, nothing sent. */
  static Invitation of(Review review) {
    return new Invitation(
        review,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Counts the invitations of a setup from 1. */
  public int round() {
    return review.round();
  }

  /** The account ID as the engineer saw it; never any other is invited. */
  public AccountId account() {
    return review.account();
  }

  public YearMonth startMonth() {
    return review.startMonth();
  }

  /** When the transfer is meant to start: the first of the month, 00:00 UTC. */
  public Instant startsAt() {
    return startMonth().atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The month in which it starts: as AWS says once it was sent, before that as reviewed. */
  public YearMonth startsIn() {
    return sent.map(s -> YearMonth.from(s.startsAt().atOffset(ZoneOffset.UTC)))
        .orElse(startMonth());
  }

  /** AWS may hold an invitation of this round that is neither cancelled nor answered. */
  public boolean mayBeOpenAtAws() {
    return sent.map(
            s -> s.status() == TransferStatus.REQUESTED || s.status() == TransferStatus.UNKNOWN)
        .orElse(attemptedAt.isPresent());
  }

  /**
   * Reviewed and not sent, or sent with an unknown outcome. A refused one counts only if a time to
   * try again is set.
   */
  boolean isToBeSent() {
    return sent.isEmpty() && cancelAskedAt.isEmpty() && (!isRefused() || retryAt.isPresent());
  }

  /** AWS said no, and no other attempt is under way. */
  boolean isRefused() {
    return refusal.isPresent() && attemptedAt.isEmpty() && sent.isEmpty();
  }

  /** AWS says that the customer has approved it. */
  public boolean isAccepted() {
    return sent.filter(s -> s.status() == TransferStatus.ACCEPTED).isPresent();
  }

  Invitation attempting(Instant now) {
    return new Invitation(
        review, Optional.of(now), sent, refusal, trouble, Optional.empty(), cancelAskedAt);
  }

  Invitation sent(Sent what) {
    return new Invitation(
        review,
        Optional.empty(),
        Optional.of(what),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        cancelAskedAt);
  }

  Invitation refused(Refusal why, Optional<Instant> again) {
    return new Invitation(
        review, Optional.empty(), sent, Optional.of(why), Optional.empty(), again, cancelAskedAt);
  }

  Invitation troubled(Trouble what, Instant again) {
    return new Invitation(
        review, attemptedAt, sent, refusal, Optional.of(what), Optional.of(again), cancelAskedAt);
  }

  Invitation startingIn(YearMonth month) {
    return new Invitation(
        review.startingIn(month),
        Optional.empty(),
        sent,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        cancelAskedAt);
  }

  Invitation cancelAsked(Instant now) {
    return new Invitation(
        review, attemptedAt, sent, refusal, trouble, Optional.empty(), Optional.of(now));
  }

  /** AWS no longer holds it and did not say how it ended. */
  Invitation gone(Instant now) {
    return sent.map(s -> sent(s.with(TransferStatus.CANCELED, now))).orElse(this);
  }

  /** Nothing is left to cancel. */
  Invitation settled() {
    return new Invitation(
        review, Optional.empty(), sent, refusal, Optional.empty(), Optional.empty(), cancelAskedAt);
  }

  Invitation retryAt(Instant when) {
    return new Invitation(
        review, attemptedAt, sent, refusal, trouble, Optional.of(when), cancelAskedAt);
  }

  /** What remains once its people are forgotten. */
  Invitation erased() {
    return new Invitation(
        review.erased(), attemptedAt, sent, refusal, trouble, retryAt, cancelAskedAt);
  }

  @Override
  public String toString() {
    return "Invitation[round=" + round() + ", account=" + account() + "]";
  }
}
