package awssetup.sandbox.slack.world;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * A message as it stands now.
 *
 * @param ts "seconds.micros" of the stand-in's clock; identifies the message within its channel
 * @param user the author's user ID
 * @param bot whether the app's bot wrote it
 * @param metadata {@code event_type} and {@code event_payload}, or null
 * @param threadTs the parent's ts for a reply, else null
 * @param broadcast a reply that is shown in the channel too
 * @param reader the one person who sees this ephemeral message, or null for a message to everyone
 */
public record StandInMessage(
    String ts,
    String channel,
    String user,
    boolean bot,
    String text,
    JsonArray blocks,
    JsonObject metadata,
    String threadTs,
    boolean broadcast,
    boolean edited,
    String reader) {

  /** A message that the bot posts in a channel, for everyone there. */
  public static StandInMessage ofBot(
      String ts, String channel, Member bot, String text, JsonArray blocks) {
    return new StandInMessage(
        ts, channel, bot.id(), true, text, blocks, null, null, false, false, null);
  }

  /** A message that a person types into a channel. */
  public static StandInMessage ofPerson(String ts, String channel, Member person, String text) {
    return new StandInMessage(
        ts, channel, person.id(), false, text, new JsonArray(), null, null, false, false, null);
  }

  /** The same message as a reply; a null parent leaves it at the top level. */
  public StandInMessage inThread(String parentTs, boolean alsoInChannel) {
    return new StandInMessage(
        ts, channel, user, bot, text, blocks, metadata, parentTs, alsoInChannel, edited, reader);
  }

  /** The same message with this metadata, or with none for null. */
  public StandInMessage withMetadata(JsonObject newMetadata) {
    return new StandInMessage(
        ts, channel, user, bot, text, blocks, newMetadata, threadTs, broadcast, edited, reader);
  }

  /** The same message for one person's eyes only; null makes it a message to everyone. */
  public StandInMessage readBy(String userId) {
    return new StandInMessage(
        ts, channel, user, bot, text, blocks, metadata, threadTs, broadcast, edited, userId);
  }

  /** Whether only one person sees it. The API never returns such a message. */
  public boolean ephemeral() {
    return reader != null;
  }

  /** Whether it hangs beneath another message. */
  public boolean isReply() {
    return threadTs != null && !threadTs.equals(ts);
  }

  /** The edited message. Slack marks it "edited" only if the new version has no blocks. */
  public StandInMessage replacedBy(String newText, JsonArray newBlocks, JsonObject newMetadata) {
    boolean marked = edited || newBlocks.isEmpty();
    return new StandInMessage(
        ts,
        channel,
        user,
        bot,
        newText,
        newBlocks,
        newMetadata,
        threadTs,
        broadcast,
        marked,
        reader);
  }

  StandInMessage movedTo(String newChannel) {
    return new StandInMessage(
        ts, newChannel, user, bot, text, blocks, metadata, threadTs, broadcast, edited, reader);
  }
}
