package awssetup.slack;

import awssetup.ports.Check;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.setup.ChannelId;
import awssetup.setup.Secret;
import awssetup.slack.api.RateLimits;
import awssetup.slack.api.Scopes;
import awssetup.slack.api.SlackClient;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.model.Conversation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Looks whether Slack is as the app needs it, by reading only. */
public final class SlackChecks {
  private static final String TOKEN = "Slack token";

  private final SlackConfig config;
  private final InstantSource wallClock;
  private final SlackClient slack;

  /**
   * @param wallClock this machine's clock, which is compared with Slack's
   */
  public SlackChecks(SlackConfig config, InstantSource wallClock) {
    this.config = config;
    this.wallClock = wallClock;
    this.slack = api(config.botToken());
  }

  private SlackClient api(Secret token) {
    return new SlackClient(SlackClient.patient(config.apiUrl()), token, new RateLimits(wallClock));
  }

  /** What to do where Slack does not take the token. */
  public static String refused(SlackRefused e) {
    return "Slack refuses SLACK_BOT_TOKEN (%s). Copy the Bot User OAuth Token (xoxb-…) from the app's page at Slack under OAuth & Permissions."
        .formatted(e.getMessage());
  }

  /** Everything that hangs on the bot's token, and Slack's clock. */
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    AuthTestResponse us;
    try {
      us = slack.call("auth.test", m -> m.authTest(r -> r));
    } catch (SlackRefused e) {
      return List.of(Check.broken(TOKEN, refused(e)), untried());
    } catch (SlackUnavailable e) {
      return List.of(Check.broken(TOKEN, unreachable(e)), untried());
    }
    checks.add(
        Check.good(TOKEN, "is of %s in workspace %s".formatted(us.getUserId(), us.getTeamId())));
    checks.add(scopes(us));
    checks.add(
        config
            .opsChannel()
            .map(this::opsChannel)
            .orElse(
                Check.unknown(
                    "OPS_CHANNEL", "is not set: no channel is told about unanswered reminders")));
    checks.add(
        config
            .engineersGroup()
            .map(this::engineers)
            .orElse(
                Check.unknown(
                    "SUPPORT_USERGROUP", "is not set: all full members count as engineers")));
    checks.add(Check.ofClock("Slack's clock", header(us, "date"), wallClock.instant()));
    return checks;
  }

  private static Check untried() {
    return Check.unknown("Slack", "nothing else can be looked at without the token");
  }

  private String unreachable(SlackUnavailable e) {
    return "Slack cannot be asked (%s): look at the network between this machine and %s"
        .formatted(e.getMessage(), config.apiUrl());
  }

  private static Check scopes(AuthTestResponse us) {
    String subject = "Slack scopes";
    Optional<String> granted = header(us, "x-oauth-scopes");
    if (granted.isEmpty()) {
      return Check.unknown(subject, "Slack's answer does not name them");
    }
    Set<String> missing = Scopes.missingFrom(granted.get());
    return missing.isEmpty()
        ? Check.good(subject, "all %d of manifest.yml".formatted(Scopes.NEEDED.size()))
        : Check.broken(
            subject,
            "missing %s: add what manifest.yml has to the app at Slack under OAuth & Permissions, and install it again"
                .formatted(String.join(", ", missing)));
  }

  private Check opsChannel(ChannelId id) {
    return asked(
        "OPS_CHANNEL",
        () -> {
          Conversation channel =
              slack
                  .call("conversations.info", m -> m.conversationsInfo(r -> r.channel(id.value())))
                  .getChannel();
          if (channel.isArchived()) {
            return Check.broken("OPS_CHANNEL", id + " is archived: name another channel");
          }
          // A private channel is shown to its members only.
          return channel.isMember() || channel.isPrivate()
              ? Check.good("OPS_CHANNEL", id + " is known, and the bot is in it")
              : Check.broken("OPS_CHANNEL", "the bot is not in " + id + ": /invite it there");
        },
        id + " is not shown to the bot (%s): correct the ID, or /invite the bot there");
  }

  private Check engineers(String group) {
    return asked(
        "SUPPORT_USERGROUP",
        () -> {
          int members =
              slack
                  .call(
                      "usergroups.users.list", m -> m.usergroupsUsersList(r -> r.usergroup(group)))
                  .getUsers()
                  .size();
          return members > 0
              ? Check.good("SUPPORT_USERGROUP", "%s has %d members".formatted(group, members))
              : Check.broken(
                  "SUPPORT_USERGROUP", group + " is empty, so no one is an engineer: add members");
        },
        group + " cannot be read (%s): correct the ID of the user group");
  }

  private Check asked(String subject, Supplier<Check> question, String whenRefused) {
    try {
      return question.get();
    } catch (SlackRefused e) {
      return Check.broken(subject, whenRefused.formatted(e.getMessage()));
    } catch (SlackUnavailable e) {
      return Check.broken(subject, unreachable(e));
    }
  }

  /**
   * The signing secret, which Slack offers no way to try: only a request that Slack has signed
   * tells the right one from a wrong one.
   */
  public static Check signingSecret() {
    return Check.unknown(
        "signing secret",
        "is set; whether it is the right one shows with Slack's first request: a wrong one is"
            + " answered 401 and logged");
  }

  /** The app-level token: asks for an address to connect to, and does not connect. */
  public Check appToken(Secret token) {
    return asked(
        "SLACK_APP_TOKEN",
        () -> {
          api(token).call("apps.connections.open", m -> m.appsConnectionsOpen(r -> r));
          return Check.good("SLACK_APP_TOKEN", "may open Socket Mode connections");
        },
        "is refused (%s): expected an app-level token with connections:write, of an app with Socket"
            + " Mode on");
  }

  private static Optional<String> header(AuthTestResponse answer, String name) {
    return answer.getHttpResponseHeaders().entrySet().stream()
        .filter(header -> name.equalsIgnoreCase(header.getKey()))
        .map(Map.Entry::getValue)
        .flatMap(List::stream)
        .findFirst();
  }
}
