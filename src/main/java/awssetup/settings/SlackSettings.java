package awssetup.settings;

import awssetup.setup.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * How to reach Slack and to know its requests.
 *
 * @param botToken xoxb-…
 * @param signingSecret verifies requests over HTTP; always there unless an app token is
 * @param appToken xapp-…; set means Socket Mode
 * @param apiUrl base of the Web API, ends in {@code /api/}
 */
public record SlackSettings(
    Secret botToken, Optional<Secret> signingSecret, Optional<Secret> appToken, URI apiUrl) {

  /** Whether to listen to Slack over a WebSocket, with no public URL. */
  public boolean socketMode() {
    return appToken.isPresent();
  }

  static SlackSettings read(Environment env) {
    Secret botToken =
        env.requiredSecret(
            "SLACK_BOT_TOKEN",
            "a bot token, for example xoxb-123-456-AbCdEf",
            Parsers.token("xoxb-"));
    Optional<Secret> appToken =
        env.optionalSecret(
            "SLACK_APP_TOKEN",
            "an app-level token, for example xapp-1-A123-456-abcdef",
            Parsers.token("xapp-"));
    String secretName = "SLACK_SIGNING_SECRET";
    if (!env.has(secretName) && !env.has("SLACK_APP_TOKEN")) {
      env.problem(
          secretName,
          "is not set",
          "the signing secret of the app's Basic Information page, for example"
              + " 8f742231b10e8888abcd99yyyzzz85a5 (or SLACK_APP_TOKEN for Socket Mode)");
    }
    return new SlackSettings(
        botToken,
        env.text(secretName).map(Secret::new),
        appToken,
        env.orDefault(
            "SLACK_API_URL",
            "https://slack.com/api/",
            "an absolute http or https URL that ends in /api/, for example https://slack.com/api/",
            Parsers::apiUrl));
  }
}
