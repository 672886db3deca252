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

/** What the follow-up says to people, and what it must know of them to say it at a good time. */
public interface Conversation {

  /**
   * All that a card or a message draws on.
   *
   * @param nextReminder when the person whose turn it is hears of it next
   * @param haste whether somebody waits to see it
   */
  record View(Setup setup, SetupStatus status, Optional<Instant> nextReminder, Priority priority) {}

  /** Equal for two views whose card looks the same. */
  String fingerprint(View view);

  /**
   * Takes what Slack grants for posting this message, before posting it is begun on disk.
   *
   * @throws SlackBusy if nothing is left for it now
   */
  void makeRoom(Message message, View view);

  /**
   * Posts a message that room was made for: a card in the channel, reminders and notices in the
   * card's thread, escalations in the operations channel.
   *
   * @param card where the setup's card stands; empty for the card itself
   * @return its place; empty where there is nowhere to say it, such as no operations channel
   * @throws SlackBusy if Slack finds it too much all the same
   * @throws SlackUnavailable if Slack could not be asked or its answer was lost, in which case it
   *     may have been posted
   * @throws SlackRefused if Slack does not take it
   */
  Optional<MessageTs> post(Message message, View view, Optional<MessageTs> card);

  /**
   * Edits the card in place; one that keeps changing only now and then, unless somebody waits.
   *
   * @throws SlackBusy if it is not its turn
   * @throws SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if Slack does not take it
   */
  void update(MessageKey key, MessageTs ts, View view);

  /**
   * Looks for a message by its mark, among those posted since a moment.
   *
   * @throws SlackBusy if it is not its turn
   * @throws SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if Slack does not let us look
   */
  Optional<MessageTs> find(Message message, View view, Optional<MessageTs> card);

  /**
   * What keeps the customer from being reached in the setup's channel.
   *
   * @throws SlackBusy if it is not its turn
   * @throws SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if Slack does not let us look
   */
  Optional<ChannelProblem> problem(Setup setup, Priority priority);

  /**
   * A person's time zone; empty where Slack withholds it or cannot be asked.
   *
   * @throws SlackBusy if it is not known and it is not its turn to be asked for
   */
  Optional<ZoneId> zone(UserId person, Priority priority);
}
