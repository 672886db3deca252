package awssetup.sandbox.slack.world;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an operator of the stand-in may set while it runs. */
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

  public Set<String> scopes() {
    return scopes;
  }

  public void scopes(Set<String> granted) {
    scopes = new TreeSet<>(granted);
  }

  public String scopeList() {
    return String.join(",", scopes);
  }

  public List<SlashCommand> commands() {
    return commands;
  }

  public void commands(List<SlashCommand> registered) {
    commands = List.copyOf(registered);
  }

  /** The app-level token; null where the app has none. */
  public String appToken() {
    return appToken;
  }

  public void appToken(String token) {
    appToken = token;
  }

  public int largestPage() {
    return largestPage;
  }

  public void largestPage(int items) {
    largestPage = items;
  }
}
