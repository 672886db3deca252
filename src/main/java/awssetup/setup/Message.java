package awssetup.setup;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that the app owes a setup, or has posted.
 *
 * @param at when it became due
 * @param attemptedAt when posting it was begun; without a {@code ts} its outcome is unknown
 * @param ts its id in Slack, once Slack has acknowledged it
 * @param fingerprint what the card last showed
 */
public record Message(
    MessageKey key,
    Topic topic,
    Instant at,
    Optional<Instant> attemptedAt,
    Optional<MessageTs> ts,
    Optional<String> fingerprint) {

  /** A message that a rule wants to be posted; its number is given when it is saved. */
  public record Draft(MessageKind kind, Topic topic) {
    public static Draft card() {
      return new Draft(MessageKind.CARD, new Topic.OfCard());
    }

    /** A notice that needs no detail, in the card's thread. */
    public static Draft notice(Notice notice) {
      return notice(notice, NoticeDetail.NONE);
    }

    /** A notice in the card's thread. */
    public static Draft notice(Notice notice, NoticeDetail detail) {
      return new Draft(MessageKind.NOTICE, new Topic.OfNotice(notice, detail));
    }
  }

  /**
   * What has happened.
   *
   * @throws IllegalStateException if this is no notice, or one that this version does not know
   */
  public Topic.OfNotice notice() {
    return topic(Topic.OfNotice.class)
        .orElseThrow(() -> new IllegalStateException(key + " is no notice: " + topic.text()));
  }

  /** What is reminded of; empty if this is no reminder, or one that this version cannot read. */
  public Optional<Topic.OfReminder> reminder() {
    return topic(Topic.OfReminder.class);
  }

  private <T extends Topic> Optional<T> topic(Class<T> form) {
    return Optional.of(topic).filter(form::isInstance).map(form::cast);
  }
}
