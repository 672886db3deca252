package awssetup.sandbox.aws;

import java.time.Duration;

/**
 * A fault at AWS, for one call or several in a row.
 *
 * @param effect what the caller meets
 * @param times how many calls meet it, at least 1
 */
public record AwsFault(Effect effect, int times) {

  /** The ways in which a call can go wrong. */
  public sealed interface Effect {

    /** An error answer; the call has no effect. Status 0 means the one that goes with the code. */
    record Answer(int status, String code, String reason, String message) implements Effect {}

    /** The connection is cut without an answer, before or after the call has taken effect. */
    record Cut(boolean afterTheEffect) implements Effect {}

    /** No effect and no answer for this long, then the connection is cut. */
    record Silence(Duration length) implements Effect {}
  }

  /**
   * @throws IllegalArgumentException if it would never happen
   */
  public AwsFault {
    if (times < 1) {
      throw new IllegalArgumentException("A fault happens at least once");
    }
  }

  /**
   * An error as AWS words it.
   *
   * @param code the exception's name at Organizations or the error code at STS
   * @param reason the reason code that some Organizations exceptions carry, or null
   */
  public static AwsFault error(String code, String reason, String message) {
    return new AwsFault(new Effect.Answer(0, code, reason, message), 1);
  }

  /**
   * A bare HTTP status with the error code that AWS gives it.
   *
   * @throws IllegalArgumentException unless it is 429 or 5xx
   */
  public static AwsFault status(int status) {
    if (status != 429 && status < 500) {
      throw new IllegalArgumentException("A fault is 429 or 5xx, not " + status);
    }
    return new AwsFault(new Effect.Answer(status, null, null, "The service answers " + status), 1);
  }

  /** The connection is cut and the call has no effect. */
  public static AwsFault reset() {
    return new AwsFault(new Effect.Cut(false), 1);
  }

  /** The call takes effect, then the connection is cut without an answer. */
  public static AwsFault loseAnswer() {
    return new AwsFault(new Effect.Cut(true), 1);
  }

  /** No answer for this long, then the connection is cut; the call has no effect. */
  public static AwsFault hang(Duration length) {
    return new AwsFault(new Effect.Silence(length), 1);
  }

  /** The same fault for this many calls in a row. */
  public AwsFault times(int calls) {
    return new AwsFault(effect, calls);
  }

  /** A short phrase for the page: the code and its reason, or what happens to the connection. */
  String label() {
    if (effect instanceof Effect.Answer answer) {
      String code = answer.code() == null ? "HTTP " + answer.status() : answer.code();
      return answer.reason() == null ? code : code + " " + answer.reason();
    }
    if (effect instanceof Effect.Cut cut) {
      return cut.afterTheEffect() ? "answer lost" : "connection cut";
    }
    return "no answer";
  }
}
