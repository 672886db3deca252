package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInWorkspace;
import java.util.Map;
import java.util.UUID;

/** {@code auth.test}, which says whose token it is, and the start of Socket Mode. */
final class AuthMethods {
  /** The one method that takes the app-level token, and no other token. */
  static final String FOR_APP_TOKEN = "apps.connections.open";

  private final StandInWorkspace workspace;

  AuthMethods(StandInContext context) {
    this.workspace = context.workspace();
  }

  void addTo(Map<String, Method> methods) {
    methods.put(
        "auth.test",
        new Method(
            null,
            arguments ->
                JsonTree.object(
                    "url",
                    "https://" + workspace.home().domain() + ".slack.example/",
                    "team",
                    workspace.home().name(),
                    "user",
                    workspace.bot().name(),
                    "team_id",
                    workspace.home().id(),
                    "user_id",
                    workspace.bot().id(),
                    "bot_id",
                    StandInContext.BOT_ID,
                    "is_enterprise_install",
                    false)));
    methods.put(
        FOR_APP_TOKEN,
        new Method(
            null,
            arguments ->
                JsonTree.object(
                    "url", "wss://wss-primary.slack.example/link/?ticket=" + UUID.randomUUID())));
  }
}
