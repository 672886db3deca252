package awssetup.sandbox.slack;

/** Which conversations the bot sees, and which of its scopes a look or a word takes. */
final class Access {
  private final Workspace workspace;
  private final Settings settings;

  Access(Backstage stage) {
    this.workspace = stage.workspace();
    this.settings = stage.settings();
  }

  /** A conversation whose facts the bot may read: public, or one it is in. */
  Channel readable(String id) {
    Channel channel = visible(id);
    needs(channel, "read");
    return channel;
  }

  /** A conversation whose messages the bot may read: one it is in. */
  Channel member(String id) {
    Channel channel = visible(id);
    needs(channel, "history");
    return joined(channel);
  }

  /** A conversation the bot may post in: one it is in. */
  Channel joined(String id) {
    return joined(visible(id));
  }

  boolean isIn(Channel channel) {
    return channel.members().contains(workspace.bot().id());
  }

  private Channel visible(String id) {
    return workspace
        .findChannel(id)
        .filter(channel -> !channel.isPrivate() || isIn(channel))
        .orElseThrow(() -> ApiError.of("channel_not_found"));
  }

  private Channel joined(Channel channel) {
    if (!isIn(channel)) {
      throw ApiError.of("not_in_channel");
    }
    return channel;
  }

  private void needs(Channel channel, String what) {
    String kind = channel.directMessage() ? "im" : channel.isPrivate() ? "groups" : "channels";
    String scope = kind + ":" + what;
    if (!settings.scopes().contains(scope)) {
      throw ApiError.missingScope(scope, settings.scopeList());
    }
  }
}
