package awssetup.sandbox.slack;

import java.util.Map;

/** Whose token this is. */
final class AuthMethods {
  private final Workspace workspace;

  AuthMethods(Backstage stage) {
    this.workspace = stage.workspace();
  }

  void addTo(Map<String, Method> methods) {
    methods.put(
        "auth.test",
        new Method(
            null,
            arguments ->
                Json.object(
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
                    Backstage.BOT_ID,
                    "is_enterprise_install",
                    false)));
  }
}
