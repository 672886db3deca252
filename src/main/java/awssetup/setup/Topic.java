package awssetup.setup;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What a {@link Message} says. The store keeps it as two texts, {@link #text} and {@link
 * #detailText}, and {@link #read} is the way back; rows of all versions have these texts, so they
 * never change.
 */
public sealed interface Topic {
  /** Names the topic among those of its kind of message. */
  String text();

  /** What the topic needs besides the facts of the setup. */
  Optional<String> detailText();

  /** Reads the texts of a stored message; what this version cannot read is {@link Unreadable}. */
  static Topic read(MessageKind kind, String text, Optional<String> detail) {
    try {
      return switch (kind) {
        case CARD -> new OfCard();
        case REMINDER -> new OfReminder(OfReminder.turn(text), detail.isPresent());
        case NOTICE, OPS, DIRECT -> {
          Notice notice = Notice.valueOf(text);
          yield new OfNotice(notice, notice.detail().read(detail));
        }
      };
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return new Unreadable(text, detail);
    }
  }

  /** The setup card: everything it says is in the facts. */
  record OfCard() implements Topic {
    @Override
    public String text() {
      return "";
    }

    @Override
    public Optional<String> detailText() {
      return Optional.empty();
    }
  }

  /**
   * A reminder.
   *
   * @param turn who has to act on which step
   * @param escalated the engineer is mentioned too, because earlier reminders went unanswered
   */
  record OfReminder(Turn turn, boolean escalated) implements Topic {
    private static final String ESCALATED = "escalated";

    private static Turn turn(String text) {
      String[] words = text.split(" ", 3);
      if (words.length != 3) {
        throw new IllegalArgumentException("not a turn: " + text);
      }
      return new Turn(StepKey.valueOf(words[0]), Actor.valueOf(words[1]), Instant.parse(words[2]));
    }

    @Override
    public String text() {
      return turn.step().name() + " " + turn.actor().name() + " " + turn.since();
    }

    @Override
    public Optional<String> detailText() {
      return escalated ? Optional.of(ESCALATED) : Optional.empty();
    }
  }

  /** Something happened. */
  record OfNotice(Notice notice, NoticeDetail detail) implements Topic {
    /**
     * @throws IllegalArgumentException if the detail is not the one that the notice needs
     */
    public OfNotice {
      if (detail.form() != notice.detail()) {
        throw new IllegalArgumentException(notice + " needs " + notice.detail());
      }
    }

    @Override
    public String text() {
      return notice.name();
    }

    @Override
    public Optional<String> detailText() {
      return detail.text();
    }
  }

  /** Stored by a version that knows more than this one. */
  record Unreadable(String text, Optional<String> detailText) implements Topic {}
}
