package awssetup.setup;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/** What a {@link Notice} needs besides the facts of the setup, which may change after it. */
public sealed interface NoticeDetail {
  /** Nothing. */
  NoticeDetail NONE = new None();

  /** The forms that a detail can have. Each notice has one. */
  enum Form {
    NONE,
    STATUS_AT_AWS,
    REFUSAL_CODES,
    START_MONTH,
    ACCOUNT,
    STEP,
    CHANNEL_PROBLEM;

    /**
     * Reads what {@link NoticeDetail#text} wrote.
     *
     * @throws IllegalArgumentException if the text is not of this form
     */
    NoticeDetail read(Optional<String> text) {
      return this == NONE
          ? NoticeDetail.NONE
          : read(text.orElseThrow(() -> new IllegalArgumentException("no detail: " + this)));
    }

    private NoticeDetail read(String text) {
      return switch (this) {
        case NONE -> NoticeDetail.NONE;
        case STATUS_AT_AWS -> new StatusAtAws(text);
        case REFUSAL_CODES -> RefusalCodes.read(text);
        case START_MONTH -> new StartMonth(YearMonth.parse(text));
        case ACCOUNT -> new Account(new AccountId(text));
        case STEP -> new OfStep(StepKey.valueOf(text.toUpperCase(Locale.ROOT)));
        case CHANNEL_PROBLEM -> new Problem(ChannelProblem.valueOf(text.toUpperCase(Locale.ROOT)));
      };
    }
  }

  Form form();

  /** As it is stored; empty if there is nothing to store. */
  Optional<String> text();

  /** For the notices that need nothing. */
  record None() implements NoticeDetail {
    @Override
    public Form form() {
      return Form.NONE;
    }

    @Override
    public Optional<String> text() {
      return Optional.empty();
    }
  }

  /** A transfer status in AWS's spelling, which this version may not know. */
  record StatusAtAws(String status) implements NoticeDetail {
    @Override
    public Form form() {
      return Form.STATUS_AT_AWS;
    }

    @Override
    public Optional<String> text() {
      return Optional.of(status);
    }
  }

  /**
   * How AWS refused.
   *
   * @param exception AWS's error code, such as {@code HandshakeConstraintViolationException}
   * @param code AWS's reason code if it gave one, else the exception again
   */
  record RefusalCodes(String exception, String code) implements NoticeDetail {
    static RefusalCodes of(Refusal refusal) {
      return new RefusalCodes(refusal.exception(), refusal.code());
    }

    private static RefusalCodes read(String text) {
      String[] codes = text.split("/", 2);
      return new RefusalCodes(codes[0], codes[codes.length - 1]);
    }

    @Override
    public Form form() {
      return Form.REFUSAL_CODES;
    }

    @Override
    public Optional<String> text() {
      return Optional.of(exception + "/" + code);
    }
  }

  /** The month in which the transfer now starts, in UTC. */
  record StartMonth(YearMonth month) implements NoticeDetail {
    @Override
    public Form form() {
      return Form.START_MONTH;
    }

    @Override
    public Optional<String> text() {
      return Optional.of(month.toString());
    }
  }

  /** The account that the notice is about, which may no longer be the setup's. */
  record Account(AccountId id) implements NoticeDetail {
    @Override
    public Form form() {
      return Form.ACCOUNT;
    }

    @Override
    public Optional<String> text() {
      return Optional.of(id.value());
    }
  }

  /** The step that the notice is about. */
  record OfStep(StepKey step) implements NoticeDetail {
    @Override
    public Form form() {
      return Form.STEP;
    }

    @Override
    public Optional<String> text() {
      return Optional.of(step.key());
    }
  }

  /** What keeps messages in the channel from the customer. */
  record Problem(ChannelProblem problem) implements NoticeDetail {
    @Override
    public Form form() {
      return Form.CHANNEL_PROBLEM;
    }

    @Override
    public Optional<String> text() {
      return Optional.of(problem.key());
    }
  }
}
