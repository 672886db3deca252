package awssetup.slack.api;

import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.setup.ChannelId;
import awssetup.setup.MessageTs;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who we are at Slack: the workspace where the app is installed and our own user in it. Slack is
 * asked once, and again until it has answered, so that the app starts while Slack is down.
 */
public final class HomeWorkspace {
  private static final Logger LOG = LoggerFactory.getLogger(HomeWorkspace.class);

  /**
   * What {@code auth.test} says.
   *
   * @param enterpriseId set where the workspace belongs to an Enterprise Grid organization
   */
  public record Identity(
      String teamId, Optional<String> enterpriseId, String botUserId, Optional<String> url) {}

  private final SlackClient slack;
  private volatile Optional<Identity> identity = Optional.empty();

  public HomeWorkspace(SlackClient slack) {
    this.slack = slack;
  }

  /** Who we are; empty while Slack does not answer. */
  public Optional<Identity> identity() {
    try {
      return Optional.of(known());
    } catch (SlackUnavailable | SlackRefused e) {
      LOG.warn("Slack does not say who we are: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Who we are, for callers that cannot do without.
   *
   * @throws SlackUnavailable if Slack has never told us and could not be asked
   * @throws SlackRefused if the token is not valid
   */
  public Identity known() {
    return identity.orElseGet(this::ask);
  }

  /**
   * Asks Slack who we are.
   *
   * @throws SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if the token is not valid
   */
  public Identity ask() {
    AuthTestResponse answer = slack.call("auth.test", m -> m.authTest(r -> r));
    Identity known =
        new Identity(
            answer.getTeamId(),
            Optional.ofNullable(answer.getEnterpriseId()).filter(id -> !id.isBlank()),
            answer.getUserId(),
            Optional.ofNullable(answer.getUrl()).filter(url -> url.startsWith("http")));
    identity = Optional.of(known);
    return known;
  }

  /** A link to a message; empty while we do not know our workspace's address. */
  public Optional<String> link(ChannelId channel, MessageTs ts) {
    return identity
        .flatMap(Identity::url)
        .map(url -> url.endsWith("/") ? url : url + "/")
        .map(url -> url + "archives/" + channel + "/p" + ts.value().replace(".", ""));
  }
}
