package awssetup.setup;

import java.time.Instant;
import java.util.Optional;

/**
 * AWS said no to an invitation.
 *
 * @param exception AWS's error code, such as {@code HandshakeConstraintViolationException}
 * @param reason AWS's reason code as a string, because AWS adds codes that no released SDK knows
 * @param message AWS's own words, for engineers
 * @param requestId what AWS support asks for
 */
public record Refusal(
    String exception,
    Optional<String> reason,
    String message,
    Optional<String> requestId,
    Instant at) {

  /** The code that decides what happens next: the reason if there is one, else the exception. */
  public String code() {
    return reason.orElse(exception);
  }

  /** Without AWS's own words, which may name people. */
  @Override
  public String toString() {
    return "Refusal[" + exception + ", " + code() + ", " + requestId.orElse("") + "]";
  }

  boolean saysTheSameAs(Refusal other) {
    return exception.equals(other.exception) && reason.equals(other.reason);
  }

  /** This one, dated to when AWS first said so. */
  Refusal since(Refusal first) {
    return new Refusal(exception, reason, message, requestId, first.at);
  }

  /** What to do about it. */
  public NextMove nextMove() {
    return NextMove.after(exception, reason);
  }
}
