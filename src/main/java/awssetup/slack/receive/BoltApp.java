package awssetup.slack.receive;

import awssetup.setup.Secret;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import java.util.List;

/**
 * Makes the Bolt app that routes requests, without Bolt's own middleware: requests are verified
 * before Bolt, and its authorization would ask Slack within the three seconds.
 */
public final class BoltApp {
  private BoltApp() {}

  /**
   * A Bolt app for the one workspace of this token, with nothing routed yet.
   *
   * @param middleware in the order in which a request passes it
   */
  public static App with(Slack slack, Secret botToken, List<Middleware> middleware) {
    AppConfig config =
        AppConfig.builder()
            .slack(slack)
            .singleTeamBotToken(botToken.value())
            .requestVerificationEnabled(false)
            .sslCheckEnabled(false)
            .build();
    // Bolt takes these from the environment and would turn into an app for many workspaces.
    config.setClientId(null);
    config.setClientSecret(null);
    return new App(config, middleware);
  }
}
