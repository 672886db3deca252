package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInSettings;
import awssetup.sandbox.slack.world.StandInWorkspace;

/**
 * Checks which conversations the bot sees, and which scopes it needs to read or post there. A
 * refusal is an {@link ApiError}.
 */
final class ScopeCheck {
  private final StandInWorkspace workspace;
  private final StandInSettings settings;

  ScopeCheck(StandInContext context) {
    this.workspace = context.workspace();
    this.settings = context.settings();
  }

  /** A conversation whose facts the bot may read: public, or one it is in. */
  StandInChannel readable(String id) {
    StandInChannel channel = visible(id);
    needs(channel, "read");
    return channel;
  }

  /** A conversation whose messages the bot may read: one it is in. */
  StandInChannel member(String id) {
    StandInChannel channel = visible(id);
    needs(channel, "history");
    return joined(channel);
  }

  /** A conversation the bot may post in: one it is in. */
  StandInChannel joined(String id) {
    return joined(visible(id));
  }

  boolean isIn(StandInChannel channel) {
    return channel.members().contains(workspace.bot().id());
  }

  private StandInChannel visible(String id) {
    return workspace
        .findChannel(id)
        .filter(channel -> !channel.isPrivate() || isIn(channel))
        .orElseThrow(() -> ApiError.of("channel_not_found"));
  }

  private StandInChannel joined(StandInChannel channel) {
    if (!isIn(channel)) {
      throw ApiError.of("not_in_channel");
    }
    return channel;
  }

  private void needs(StandInChannel channel, String what) {
    String kind = channel.directMessage() ? "im" : channel.isPrivate() ? "groups" : "channels";
    String scope = kind + ":" + what;
    if (!settings.scopes().contains(scope)) {
      throw ApiError.missingScope(scope, settings.scopeList());
    }
  }
}
