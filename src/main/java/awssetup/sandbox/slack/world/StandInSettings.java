package awssetup.sandbox.slack.world;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How the stand-in behaves. Every value may be changed while it runs, from any thread. */
public final class StandInSettings {
  private volatile Set<String> scopes =
      new TreeSet<>(
          Set.of(
              "commands",
              "chat:write",
              "users:read",
              "channels:read",
              "groups:read",
              "channels:history",
              "groups:history",
              "im:history",
              "im:read",
              "im:write",
              "files:write",
              "usergroups:read"));
  private volatile List<SlashCommand> commands =
      List.of(
          new SlashCommand(
              "/aws-setup",
              "Set up an AWS account for this channel's customer",
              "new | transfer | status | remind | cancel | history | forget | export | help"),
          new SlashCommand("/aws-status", "Show the setups of this channel", ""));
  private volatile int largestPage = 1_000;
  private volatile String appToken;
  private volatile Duration patience = Duration.ofSeconds(3);
  private volatile boolean rateLimitsEnforced;

  /** The scopes of the bot token; at first all that the app's manifest asks for. */
  public Set<String> scopes() {
    return scopes;
  }

  /** Gives the bot token exactly these scopes. */
  public void scopes(Set<String> granted) {
    scopes = new TreeSet<>(granted);
  }

  /** The scopes as Slack lists them in headers and errors: sorted, with commas between. */
  public String scopeList() {
    return String.join(",", scopes);
  }

  /** The commands that the app has registered. */
  public List<SlashCommand> commands() {
    return commands;
  }

  /** Registers these commands in place of the earlier ones. */
  public void commands(List<SlashCommand> registered) {
    commands = List.copyOf(registered);
  }

  /** The app-level token; null if the app has none. */
  public String appToken() {
    return appToken;
  }

  /** Gives the app an app-level token with connections:write. Socket Mode itself is not played. */
  public void appToken(String token) {
    appToken = token;
  }

  /** The most items in one page of a list. */
  public int largestPage() {
    return largestPage;
  }

  /** Limits the pages of lists. Slack too may return fewer items than a call asks for. */
  public void largestPage(int items) {
    largestPage = items;
  }

  /**
   * How long people wait for the app's answer by the wall clock; Slack's three seconds at first.
   */
  public Duration patience() {
    return patience;
  }

  /** Makes people wait this long for the app's answer. */
  public void patience(Duration longest) {
    patience = longest;
  }

  /** Whether calls above Slack's rate limits are refused; at first they are not. */
  public boolean rateLimitsEnforced() {
    return rateLimitsEnforced;
  }

  /** Starts or stops refusing calls above Slack's rate limits. */
  public void enforceRateLimits(boolean on) {
    rateLimitsEnforced = on;
  }
}
