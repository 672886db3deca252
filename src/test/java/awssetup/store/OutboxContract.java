package awssetup.store;

import static awssetup.store.Samples.ACME;
import static awssetup.store.Samples.GLOBEX;
import static awssetup.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.setup.Actor;
import awssetup.setup.Message;
import awssetup.setup.MessageKey;
import awssetup.setup.MessageKind;
import awssetup.setup.MessageTs;
import awssetup.setup.Notice;
import awssetup.setup.NoticeDetail;
import awssetup.setup.SetupId;
import awssetup.setup.StepKey;
import awssetup.setup.Topic;
import awssetup.setup.Turn;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each message keeps its number for ever, and is owed until it is posted or dropped. */
abstract class OutboxContract extends StoreContract {
  private static final MessageTs TS = new MessageTs("1798761600.000100");

  /** Checks that the combined read returns the same as the two single ones. */
  @AfterEach
  void open_messages_are_the_owed_ones_and_the_card() {
    for (SetupId id : List.of(ACME, GLOBEX)) {
      assertThat(outbox.open(id).owed()).isEqualTo(outbox.owed(id));
      assertThat(outbox.open(id).card()).isEqualTo(outbox.card(id));
    }
  }

  @Test
  void messages_are_numbered_by_kind_and_owed_in_the_order_they_came_up() {
    started(ACME);
    started(GLOBEX);
    setups.change(
        ACME,
        Samples.saying(
            reminder(true), Message.Draft.notice(Notice.COMPLETED),
            refused(MessageKind.OPS), Message.Draft.notice(Notice.CANCELLED)),
        NOW);
    outbox.owe(ACME, Message.Draft.card(), NOW);

    assertThat(outbox.owed(ACME))
        .extracting(m -> m.key().toString())
        .containsExactly(
            ACME + ":card:1",
            ACME + ":reminder:1",
            ACME + ":notice:1",
            ACME + ":ops:1",
            ACME + ":notice:2",
            ACME + ":card:2");
    assertThat(outbox.owed(ACME).get(2).notice().notice()).isEqualTo(Notice.COMPLETED);
    assertThat(outbox.owed(GLOBEX)).hasSize(1);
  }

  @Test
  void a_topic_comes_back_as_it_was_owed() {
    started(ACME);
    List<Message.Draft> drafts =
        List.of(
            reminder(false),
            reminder(true),
            Message.Draft.notice(Notice.COMPLETED),
            refused(MessageKind.NOTICE),
            refused(MessageKind.DIRECT));
    drafts.forEach(draft -> outbox.owe(ACME, draft, NOW));

    assertThat(outbox.owed(ACME).stream().skip(1).map(Message::topic))
        .containsExactlyElementsOf(drafts.stream().map(Message.Draft::topic).toList());
  }

  @Test
  void a_message_goes_from_owed_to_attempted_to_posted() {
    started(ACME);
    MessageKey card = new MessageKey(ACME, MessageKind.CARD, 1);
    Instant later = NOW.plusSeconds(60);
    assertThat(outbox.owed(ACME)).containsExactly(card(Optional.empty(), null, null));

    outbox.attempting(card, NOW.plusSeconds(1));
    outbox.attempting(card, later);
    assertThat(outbox.owed(ACME))
        .containsExactly(card(Optional.of(NOW.plusSeconds(1)), null, null));

    outbox.posted(card, TS, Optional.of("f1"));
    assertThat(outbox.owed(ACME)).isEmpty();
    assertThat(outbox.card(ACME)).contains(card(Optional.of(NOW.plusSeconds(1)), TS, "f1"));

    outbox.shown(card, "f2");
    assertThat(outbox.card(ACME).orElseThrow().fingerprint()).contains("f2");
  }

  @Test
  void a_dropped_message_is_no_longer_owed_and_its_number_is_not_used_again() {
    started(ACME);
    MessageKey first = new MessageKey(ACME, MessageKind.CARD, 1);
    outbox.drop(first, NOW);
    assertThat(outbox.owed(ACME)).isEmpty();
    assertThat(outbox.card(ACME)).isEmpty();

    Instant again = NOW.plusSeconds(60);
    outbox.owe(ACME, Message.Draft.card(), again);
    assertThat(outbox.card(ACME).orElseThrow().key())
        .isEqualTo(new MessageKey(ACME, MessageKind.CARD, 2));
    assertThat(outbox.card(ACME).orElseThrow().at()).isEqualTo(again);
  }

  @Test
  void a_dropped_card_is_no_longer_the_card() {
    started(ACME);
    MessageKey first = new MessageKey(ACME, MessageKind.CARD, 1);
    outbox.posted(first, TS, Optional.empty());
    assertThat(outbox.card(ACME).orElseThrow().key()).isEqualTo(first);
    outbox.drop(first, NOW);
    assertThat(outbox.card(ACME)).isEmpty();
  }

  @Test
  void a_message_that_was_never_owed_cannot_be_posted() {
    MessageKey key = new MessageKey(ACME, MessageKind.CARD, 1);
    assertThatThrownBy(() -> outbox.attempting(key, NOW))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining(key.toString());
    assertThatThrownBy(() -> outbox.posted(key, TS, Optional.empty()))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> outbox.owe(ACME, Message.Draft.card(), NOW))
        .isInstanceOf(NoSuchElementException.class);
  }

  private static Message card(Optional<Instant> attemptedAt, MessageTs ts, String fingerprint) {
    return new Message(
        new MessageKey(ACME, MessageKind.CARD, 1),
        new Topic.OfCard(),
        NOW,
        attemptedAt,
        Optional.ofNullable(ts),
        Optional.ofNullable(fingerprint));
  }

  private static Message.Draft reminder(boolean escalated) {
    Turn turn = new Turn(StepKey.DETAILS, Actor.CUSTOMER, NOW);
    return new Message.Draft(MessageKind.REMINDER, new Topic.OfReminder(turn, escalated));
  }

  private static Message.Draft refused(MessageKind kind) {
    NoticeDetail codes =
        new NoticeDetail.RefusalCodes("InvalidInputException", "INVALID_EMAIL_ADDRESS_TARGET");
    return new Message.Draft(kind, new Topic.OfNotice(Notice.INVITATION_REFUSED, codes));
  }
}
