package awssetup.sandbox.slack.world;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * A message as it stands now.
 *
 * @param ts "seconds.micros" of the stand-in's clock; the message's name within its channel
 * @param metadata {@code event_type} and {@code event_payload}, or null
 * @param threadTs the parent's ts for a reply, else null
 * @param broadcast a reply that is shown in the channel too
 * @param reader the one person who sees this ephemeral message, or null for a message to all
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

  /** Whether only one person sees it, and the API does not. */
  public boolean ephemeral() {
    return reader != null;
  }

  public boolean isReply() {
    return threadTs != null && !threadTs.equals(ts);
  }

  /** Blocks hide the edit: only a text that replaced what stood there shows "edited". */
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
