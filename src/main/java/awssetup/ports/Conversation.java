package awssetup.ports;

import awssetup.setup.ChannelProblem;
import awssetup.setup.Message;
import awssetup.setup.MessageKey;
import awssetup.setup.MessageTs;
import awssetup.setup.Priority;
import awssetup.setup.Setup;
import awssetup.setup.SetupStatus;
import awssetup.setup.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What the follow-up says in Slack, and what it needs to know about people and channels. */
public interface Conversation {

  /**
   * Everything that a card or a message shows.
   *
   * @param nextReminder when the person whose turn it is gets the next reminder
   * @param priority whether a person is waiting to see it
   */
  record View(Setup setup, SetupStatus status, Optional<Instant> nextReminder, Priority priority) {}

  /** What the card of this view shows. */
  CardLook look(View view);

  /**
   * Reserves what Slack allows for posting this message, before its attempt is saved.
   *
   * @throws SlackBusy if nothing is left for it now
   */
  void makeRoom(Message message, View view);

  /**
   * Posts a message that {@link #makeRoom} was called for: a card in the channel, reminders and
   * notices in the card's thread, escalations in the operations channel.
   *
   * @param card the id of the setup's card; empty for the card itself
   * @return its id; empty if there is no channel for it, such as no operations channel
   * @throws SlackBusy if Slack throttles it anyway
   * @throws SlackUnavailable if Slack could not be asked or its answer was lost; it may have been
   *     posted
   * @throws SlackRefused if Slack refuses it
   */
  Optional<MessageTs> post(Message message, View view, Optional<MessageTs> card);

  /**
   * Edits the card in place. A card whose state differs is edited as soon as Slack allows. One that
   * differs in details, and keeps changing, is edited only now and then, unless a person is
   * waiting.
   *
   * @param difference from what the card shows now
   * @throws SlackBusy if others come first
   * @throws SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if Slack refuses it
   */
  void update(MessageKey key, MessageTs ts, View view, CardLook.Difference difference);

  /**
   * Finds a message by its key, among those posted since its first attempt.
   *
   * @throws SlackBusy if others come first
   * @throws SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if Slack does not let us look
   */
  Optional<MessageTs> find(Message message, View view, Optional<MessageTs> card);

  /**
   * What keeps messages in the setup's channel from the customer; empty if nothing does.
   *
   * @throws SlackBusy if others come first
   * @throws SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if Slack does not let us look
   */
  Optional<ChannelProblem> channelProblem(Setup setup, Priority priority);

  /**
   * A person's time zone; empty if Slack withholds it or cannot be asked.
   *
   * @throws SlackBusy if it is not known yet and others come first
   */
  Optional<ZoneId> zone(UserId person, Priority priority);
}
