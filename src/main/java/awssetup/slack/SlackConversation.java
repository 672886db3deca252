package awssetup.slack;

import awssetup.ports.CardLook;
import awssetup.ports.Conversation;
import awssetup.setup.Actor;
import awssetup.setup.ChannelId;
import awssetup.setup.ChannelProblem;
import awssetup.setup.Ending;
import awssetup.setup.Message;
import awssetup.setup.MessageKey;
import awssetup.setup.MessageKind;
import awssetup.setup.MessageTs;
import awssetup.setup.Priority;
import awssetup.setup.Setup;
import awssetup.setup.SetupStatus;
import awssetup.setup.StepKey;
import awssetup.setup.Topic;
import awssetup.setup.Turn;
import awssetup.setup.UserId;
import awssetup.slack.api.ChannelChecks;
import awssetup.slack.api.MessageSearch;
import awssetup.slack.api.People;
import awssetup.slack.api.RateLimitedCall;
import awssetup.slack.api.SlackCalls;
import awssetup.slack.api.SlackClient;
import awssetup.slack.messages.Fingerprint;
import awssetup.slack.messages.NoticeWords;
import awssetup.slack.messages.ReminderWords;
import awssetup.slack.messages.SetupCard;
import awssetup.slack.words.Mrkdwn;
import com.slack.api.model.block.LayoutBlock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Posts and edits what the follow-up wants said, and finds messages whose answer was lost. */
public final class SlackConversation implements Conversation {
  private final SlackClient slack;
  private final MessageSearch search;
  private final People people;
  private final ChannelChecks channelChecks;
  private final SetupCard card;
  private final ReminderWords reminders;
  private final NoticeWords notices;
  private final Optional<ChannelId> opsChannel;
  private final InstantSource clock;

  SlackConversation(
      SlackCalls slack,
      SetupCard card,
      ReminderWords reminders,
      NoticeWords notices,
      Optional<ChannelId> opsChannel,
      InstantSource clock) {
    this.slack = slack.patient();
    this.search = new MessageSearch(slack.patient());
    this.people = slack.people();
    this.channelChecks = new ChannelChecks(slack.patient(), slack.channels(), slack.people());
    this.card = card;
    this.reminders = reminders;
    this.notices = notices;
    this.opsChannel = opsChannel;
    this.clock = clock;
  }

  @Override
  public CardLook look(View view) {
    return new CardLook(
        Fingerprint.of(card.blocks(new MessageKey(view.setup().id(), MessageKind.CARD, 1), view)),
        Fingerprint.of(state(view)));
  }

  /** What a person acts on; dates, names and wording are left out. */
  private static String state(View view) {
    SetupStatus status = view.status();
    return Stream.of(
            view.setup().ending().map(Ending::outcome),
            status.turn().map(turn -> turn.step() + " " + turn.actor()),
            status.steps().stream().map(s -> s.key() + " " + s.state().kind()).toList(),
            status.actions().stream().sorted().toList())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  @Override
  public void makeRoom(Message message, View view) {
    addressOf(message, view.setup())
        .ifPresent(
            address ->
                slack.take(RateLimitedCall.post(address, view.setup().id(), view.priority())));
  }

  @Override
  public Optional<MessageTs> post(Message message, View view, Optional<MessageTs> cardTs) {
    Optional<String> address = addressOf(message, view.setup());
    if (address.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = draft(message, view);
    return Optional.of(
        new MessageTs(
            slack
                .taken(
                    RateLimitedCall.post(address.get(), view.setup().id(), view.priority()),
                    m ->
                        m.chatPostMessage(
                            r ->
                                r.channel(address.get())
                                    .threadTs(thread(message, cardTs))
                                    .text(draft.text())
                                    .blocks(draft.blocks())
                                    .unfurlLinks(false)
                                    .unfurlMedia(false)))
                .getTs()));
  }

  @Override
  public void update(MessageKey key, MessageTs ts, View view, CardLook.Difference difference) {
    slack.inTurn(
        difference == CardLook.Difference.STATE
            ? RateLimitedCall.edit(view.setup().id(), view.priority())
            : RateLimitedCall.minorEdit(view.setup().id(), view.priority()),
        m ->
            m.chatUpdate(
                r ->
                    r.channel(view.setup().channel().value())
                        .ts(ts.value())
                        .text(card.text(view))
                        .parse("none")
                        .blocks(card.blocks(key, view))));
  }

  @Override
  public Optional<MessageTs> find(Message message, View view, Optional<MessageTs> cardTs) {
    Optional<ChannelId> channel = channelOf(message, view.setup());
    if (channel.isEmpty()) {
      return Optional.empty(); // a direct message cannot be searched for; better twice than never
    }
    return search.find(
        channel.get(),
        thread(message, cardTs),
        message.attemptedAt().orElse(clock.instant()),
        message.key().toString(),
        Optional.of(RateLimitedCall.search(view.setup().id(), view.priority())));
  }

  @Override
  public Optional<ChannelProblem> channelProblem(Setup setup, Priority priority) {
    return channelChecks.at(setup, priority);
  }

  @Override
  public Optional<ZoneId> zone(UserId person, Priority priority) {
    return people.zone(person, priority);
  }

  private record Draft(String text, List<LayoutBlock> blocks) {}

  private Draft draft(Message message, View view) {
    MessageKey key = message.key();
    return switch (key.kind()) {
      case CARD -> new Draft(greeting(view) + card.text(view), card.blocks(key, view));
      case NOTICE, OPS, DIRECT ->
          new Draft(notices.text(message, view), notices.blocks(key, message, view));
      case REMINDER -> {
        Turn turn = turn(message, view);
        boolean escalated = message.reminder().filter(Topic.OfReminder::escalated).isPresent();
        Instant now = clock.instant();
        yield new Draft(
            reminders.text(view, turn, escalated, now),
            reminders.blocks(key, view, turn, escalated, now));
      }
    };
  }

  /** The first words of a card mention the customer, so that they notice it. */
  private static String greeting(View view) {
    return view.setup().customerContact().map(c -> Mrkdwn.mention(c) + " ").orElse("");
  }

  private static Turn turn(Message message, View view) {
    return view.status().turn().orElse(new Turn(StepKey.DETAILS, Actor.CUSTOMER, message.at()));
  }

  /** Where it goes; a user's id stands for the direct message with them. */
  private Optional<String> addressOf(Message message, Setup setup) {
    return message.key().kind() == MessageKind.DIRECT
        ? Optional.of(setup.startedBy().value())
        : channelOf(message, setup).map(ChannelId::value);
  }

  private Optional<ChannelId> channelOf(Message message, Setup setup) {
    return switch (message.key().kind()) {
      case CARD, REMINDER, NOTICE -> Optional.of(setup.channel());
      case OPS -> opsChannel;
      case DIRECT -> Optional.empty();
    };
  }

  private static String thread(Message message, Optional<MessageTs> cardTs) {
    return switch (message.key().kind()) {
      case CARD, OPS, DIRECT -> null;
      case REMINDER, NOTICE -> cardTs.map(MessageTs::value).orElse(null);
    };
  }
}
