package awssetup.followup;

import awssetup.followup.Outages.Service;
import awssetup.ports.CardLook;
import awssetup.ports.Conversation;
import awssetup.ports.Conversation.View;
import awssetup.ports.Outbox;
import awssetup.ports.Setups;
import awssetup.ports.SlackBusy;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.ports.WorkListener;
import awssetup.setup.Message;
import awssetup.setup.MessageKey;
import awssetup.setup.MessageKind;
import awssetup.setup.MessageTs;
import awssetup.setup.Notice;
import awssetup.setup.Observation;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the messages that a setup owes, in order, and keeps its card up to date. Each message is
 * posted once: the attempt is saved first, and a message whose acknowledgement was lost is looked
 * for in Slack before it is posted again.
 */
final class MessageDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(MessageDelivery.class);
  private static final Duration CLOSED_FOR = Duration.ofHours(1);
  private static final Duration UNTIL_MENDED = Duration.ofMinutes(10);

  private static final Set<MessageKind> ELSEWHERE = EnumSet.of(MessageKind.OPS, MessageKind.DIRECT);

  private static final Set<Notice> ASKING_TO_APPROVE =
      EnumSet.of(Notice.INVITATION_SENT, Notice.INVITATION_FOUND);

  private final Setups setups;
  private final Outbox outbox;
  private final Conversation conversation;
  private final Outages outages;
  private final WorkListener workListener;
  private final InstantSource clock;

  MessageDelivery(
      Setups setups,
      Outbox outbox,
      Conversation conversation,
      Outages outages,
      WorkListener workListener,
      InstantSource clock) {
    this.setups = setups;
    this.outbox = outbox;
    this.conversation = conversation;
    this.outages = outages;
    this.workListener = workListener;
    this.clock = clock;
  }

  /**
   * Posts and updates what this view needs.
   *
   * @return when to come back because Slack did not take everything; empty if it did
   */
  Optional<Instant> deliver(View view) {
    SetupId id = view.setup().id();
    try {
      Optional<Instant> again = deliverAll(view);
      if (again.isEmpty()) {
        outages.up(Service.SLACK);
      }
      return again;
    } catch (SlackUnavailable e) {
      Instant again = outages.down(Service.SLACK, e);
      return Optional.of(
          e.retryAfter().map(clock.instant()::plus).filter(again::isBefore).orElse(again));
    } catch (CardGone e) {
      LOG.info("{} the card is gone and is posted again", id);
      outbox.drop(e.key, clock.instant());
      outbox.owe(id, Message.Draft.card(), clock.instant());
      return Optional.of(clock.instant());
    }
  }

  /**
   * Makes one attempt, after which the others go on.
   *
   * @return when to come back because Slack did not take it; empty if it did
   */
  private Optional<Instant> attempt(Setup setup, Runnable delivery) {
    try {
      delivery.run();
      return Optional.empty();
    } catch (SlackBusy e) {
      return Optional.of(e.at());
    } catch (SlackRefused e) {
      LOG.warn("{} Slack refuses: {}", setup.id(), e.getMessage());
      return Optional.of(afterRefusal(e, setup));
    }
  }

  /** Has the follow-up look why a channel takes nothing, once an hour at most. */
  private Instant afterRefusal(SlackRefused e, Setup setup) {
    Instant now = clock.instant();
    if (e.kind() != SlackRefused.Kind.CHANNEL_CLOSED) {
      return now.plus(UNTIL_MENDED);
    }
    if (setup.channelAccess().isFresh(now)) {
      return now.plus(CLOSED_FOR);
    }
    setups.record(setup.id(), new Observation.ChannelNews(setup.channel(), false), now);
    return now;
  }

  /** A message that has to wait holds up those after it in the same place, and no others. */
  private Optional<Instant> deliverAll(View view) {
    boolean closed = view.setup().channelAccess().isClosed();
    List<Instant> comeBack = new ArrayList<>();
    Set<MessageKind> full = EnumSet.noneOf(MessageKind.class);
    Outbox.Open open = outbox.open(view.setup().id());
    Optional<Message> card = open.card();
    for (Message message : cardFirst(open.owed())) {
      MessageKind kind = message.key().kind();
      if (closed && !ELSEWHERE.contains(kind)) {
        continue; // it is kept until the channel is back
      }
      MessageKind place = ELSEWHERE.contains(kind) ? kind : MessageKind.CARD;
      if (!full.contains(place)) {
        Optional<Message> known = card;
        Optional<Instant> later = attempt(view.setup(), () -> deliver(message, view, known));
        if (later.isPresent()) {
          full.add(place);
          comeBack.add(later.get());
        } else if (kind == MessageKind.CARD) {
          card = outbox.card(view.setup().id());
        }
      }
    }
    if (!closed) {
      Optional<Message> known = card;
      attempt(view.setup(), () -> refresh(view, known)).ifPresent(comeBack::add);
    }
    return comeBack.stream().min(Instant::compareTo);
  }

  private void deliver(Message message, View view, Optional<Message> card) {
    if (isStale(message, view) && !mayStandThere(message, view, card)) {
      outbox.drop(message.key(), clock.instant());
    } else {
      post(message, view, card);
    }
  }

  /** All others go into the card's thread, so a card that is posted again goes first. */
  private static List<Message> cardFirst(List<Message> owed) {
    return owed.stream()
        .sorted(Comparator.comparing(message -> message.key().kind() != MessageKind.CARD))
        .toList();
  }

  private void post(Message message, View view, Optional<Message> card) {
    MessageKey key = message.key();
    Optional<MessageTs> cardTs =
        key.kind() == MessageKind.CARD ? Optional.empty() : card.flatMap(Message::ts);
    try {
      Optional<MessageTs> ts =
          message.attemptedAt().isPresent()
              ? conversation.find(message, view, cardTs)
              : Optional.empty();
      boolean shownNow = ts.isEmpty();
      if (ts.isEmpty()) {
        conversation.makeRoom(message, view);
        outbox.attempting(key, clock.instant());
        ts = conversation.post(message, view, cardTs);
      }
      if (ts.isEmpty()) {
        outbox.drop(key, clock.instant());
        return;
      }
      boolean isCard = key.kind() == MessageKind.CARD;
      outbox.posted(
          key,
          ts.get(),
          isCard && shownNow ? Optional.of(conversation.look(view).text()) : Optional.empty());
      workListener.posted(key.kind());
      LOG.info(
          "{} posted {} {} {}", key.setup(), key.kind().key(), key.n(), message.topic().text());
    } catch (SlackRefused e) {
      refused(message, card, view.setup(), e);
    }
  }

  private void refused(Message message, Optional<Message> card, Setup setup, SlackRefused e) {
    MessageKind kind = message.key().kind();
    boolean inThread = kind == MessageKind.REMINDER || kind == MessageKind.NOTICE;
    if (inThread && e.kind() == SlackRefused.Kind.MESSAGE_GONE && card.isPresent()) {
      throw new CardGone(card.get().key());
    }
    boolean pointless =
        setup.forgottenAt().isPresent()
            || ELSEWHERE.contains(kind)
            || (inThread && e.kind() == SlackRefused.Kind.MESSAGE_WRONG);
    if (!pointless) {
      throw e;
    }
    LOG.error("{} could not be posted and is left out: {}", message.key(), e.getMessage());
    outbox.drop(message.key(), clock.instant());
  }

  private void refresh(View view, Optional<Message> known) {
    Optional<Message> card = known.filter(c -> c.ts().isPresent());
    if (card.isEmpty()) {
      return;
    }
    CardLook look = conversation.look(view);
    CardLook.Difference difference = look.since(card.get().fingerprint());
    if (difference == CardLook.Difference.NONE) {
      return;
    }
    String now = look.text();
    try {
      conversation.update(card.get().key(), card.get().ts().get(), view, difference);
      outbox.shown(card.get().key(), now);
    } catch (SlackRefused e) {
      if (view.setup().forgottenAt().isPresent()) {
        // The card of a setup that ended long ago is not worth posting again.
        LOG.info("{} its card stays as it is: {}", view.setup().id(), e.getMessage());
        outbox.shown(card.get().key(), now);
        return;
      }
      if (e.kind() == SlackRefused.Kind.MESSAGE_GONE) {
        throw new CardGone(card.get().key());
      }
      throw e;
    }
  }

  /** Whether it asks for something that has been done, or has become void, since it came up. */
  private static boolean isStale(Message message, View view) {
    return switch (message.key().kind()) {
      case REMINDER ->
          message
              .reminder()
              .map(Topic.OfReminder::turn)
              .filter(turn -> view.status().turn().equals(Optional.of(turn)))
              .isEmpty();
      case NOTICE ->
          ASKING_TO_APPROVE.contains(message.notice().notice())
              && view.setup().accountInReview().isEmpty();
      case CARD, OPS, DIRECT -> false;
    };
  }

  private boolean mayStandThere(Message message, View view, Optional<Message> card) {
    return message.attemptedAt().isPresent()
        && conversation.find(message, view, card.flatMap(Message::ts)).isPresent();
  }

  /** The card can no longer be edited: it was deleted by a person or by Slack's retention. */
  private static final class CardGone extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient MessageKey key;

    CardGone(MessageKey key) {
      super(null, null, false, false);
      this.key = key;
    }
  }
}
