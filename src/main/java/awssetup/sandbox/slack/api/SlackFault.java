package awssetup.sandbox.slack.api;

import java.time.Duration;

/** A fault of the Web API, for one call unless {@link #times} says otherwise. */
public sealed interface SlackFault {

  /** HTTP 200 with {@code "ok": false} and this error; the call has no effect. */
  static SlackFault error(String code) {
    return new Refuse(code, 1);
  }

  /** HTTP 429 with a {@code Retry-After} header; the call has no effect. */
  static SlackFault rateLimited(int retryAfterSeconds) {
    return new RateLimit(retryAfterSeconds, 1);
  }

  /** This HTTP status with an empty answer; the call has no effect. */
  static SlackFault status(int status) {
    return new Status(status, 1);
  }

  /** The connection is cut before anything happens. */
  static SlackFault reset() {
    return new Reset(1);
  }

  /**
   * No answer for this long by the wall clock, then the connection is cut; the call has no effect.
   */
  static SlackFault hang(Duration howLong) {
    return new Hang(howLong, 1);
  }

  /** The call takes effect, then the connection is cut. */
  static SlackFault loseAnswer() {
    return new LoseAnswer(1);
  }

  /** The same fault for that many calls in a row. */
  SlackFault times(int n);

  /** How many more calls meet it. */
  int times();

  /** A short phrase for the page. */
  String label();

  record Refuse(String code, int times) implements SlackFault {
    @Override
    public SlackFault times(int n) {
      return new Refuse(code, n);
    }

    @Override
    public String label() {
      return code;
    }
  }

  record RateLimit(int retryAfterSeconds, int times) implements SlackFault {
    @Override
    public SlackFault times(int n) {
      return new RateLimit(retryAfterSeconds, n);
    }

    @Override
    public String label() {
      return "rate limited for " + retryAfterSeconds + " s";
    }
  }

  record Status(int status, int times) implements SlackFault {
    @Override
    public SlackFault times(int n) {
      return new Status(status, n);
    }

    @Override
    public String label() {
      return "HTTP " + status;
    }
  }

  record Reset(int times) implements SlackFault {
    @Override
    public SlackFault times(int n) {
      return new Reset(n);
    }

    @Override
    public String label() {
      return "the connection is cut";
    }
  }

  record Hang(Duration howLong, int times) implements SlackFault {
    @Override
    public SlackFault times(int n) {
      return new Hang(howLong, n);
    }

    @Override
    public String label() {
      return "no answer for " + howLong.toSeconds() + " s";
    }
  }

  record LoseAnswer(int times) implements SlackFault {
    @Override
    public SlackFault times(int n) {
      return new LoseAnswer(n);
    }

    @Override
    public String label() {
      return "the answer is lost";
    }
  }
}
