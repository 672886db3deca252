package awssetup.slack.api;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The bot scopes that the app works with; manifest.yml asks for the same ones. */
public final class Scopes {
  public static final Set<String> NEEDED =
      Set.of(
          "commands",
          "chat:write",
          "users:read",
          "channels:read",
          "groups:read",
          "channels:history",
          "groups:history",
          "files:write",
          "im:write",
          "usergroups:read");

  private Scopes() {}

  /**
   * The scopes that were not granted.
   *
   * @param granted as Slack lists them, with commas between
   */
  public static Set<String> missingFrom(String granted) {
    Set<String> missing = new TreeSet<>(NEEDED);
    Arrays.stream(granted.split(",")).map(String::strip).forEach(missing::remove);
    return missing;
  }
}
