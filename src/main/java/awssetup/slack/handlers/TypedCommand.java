package awssetup.slack.handlers;

import awssetup.ports.RequestId;
import awssetup.setup.ChannelId;
import awssetup.setup.UserId;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.RequestIds;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.Locale;

/** A slash command as it was typed. */
record TypedCommand(SlashCommandPayload payload, SlashCommandContext ctx) {

  static TypedCommand of(SlashCommandRequest request, SlashCommandContext ctx) {
    return new TypedCommand(request.getPayload(), ctx);
  }

  UserId by() {
    return new UserId(payload.getUserId());
  }

  ChannelId channel() {
    return new ChannelId(payload.getChannelId());
  }

  RequestId id() {
    return RequestIds.of(payload);
  }

  /** Opens a modal once, within three seconds. */
  String trigger() {
    return payload.getTriggerId();
  }

  /** The first word after the command, in lower case; empty if there is none. */
  String word() {
    String text = payload.getText() == null ? "" : payload.getText();
    return text.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** Acknowledges it without an answer. */
  Response done() {
    return ctx.ack();
  }

  /** Acknowledges it with an answer that only this person sees. */
  Response answer(String text) {
    return ctx.ack(text);
  }

  Response answer(List<LayoutBlock> blocks) {
    return ctx.ack(r -> r.responseType("ephemeral").text(Blocks.spoken(blocks)).blocks(blocks));
  }

  boolean isDirectMessage() {
    return "directmessage".equals(payload.getChannelName())
        || payload.getChannelId().startsWith("D");
  }
}
