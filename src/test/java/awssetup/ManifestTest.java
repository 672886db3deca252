package awssetup;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.slack.api.Scopes;
import awssetup.slack.words.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Holds manifest.yml to the code: the same commands and events, and exactly the scopes of the Web
 * API methods that are called.
 */
class ManifestTest {
  private static final Path SOURCES = Path.of("src/main/java/awssetup/slack");
  private static final Pattern CALL =
      Pattern.compile("(?:call|ask|new RateLimitedCall)\\(\\s*\"([a-zA-Z.]+)\"");

  /** The bot scopes of each method; https://docs.slack.dev/reference/methods */
  private static final Map<String, Set<String>> SCOPES =
      Map.ofEntries(
          Map.entry("auth.test", Set.of()),
          Map.entry("apps.connections.open", Set.of()), // needs the app-level token, not the bot's
          Map.entry("views.open", Set.of()),
          Map.entry("views.update", Set.of()),
          Map.entry("views.publish", Set.of()),
          Map.entry("chat.postMessage", Set.of("chat:write")),
          Map.entry("chat.update", Set.of("chat:write")),
          Map.entry("users.info", Set.of("users:read")),
          Map.entry("conversations.open", Set.of("im:write")),
          Map.entry("files.getUploadURLExternal", Set.of("files:write")),
          Map.entry("files.completeUploadExternal", Set.of("files:write")),
          Map.entry("usergroups.users.list", Set.of("usergroups:read")),
          Map.entry("conversations.info", Set.of("channels:read", "groups:read")),
          Map.entry("conversations.members", Set.of("channels:read", "groups:read")),
          Map.entry("conversations.history", Set.of("channels:history", "groups:history")),
          Map.entry("conversations.replies", Set.of("channels:history", "groups:history")));

  private static Map<String, Object> manifest;
  private static String code;

  @BeforeAll
  static void read() throws IOException {
    manifest = new Yaml().load(Files.readString(Path.of("manifest.yml")));
    try (Stream<Path> files = Files.walk(SOURCES)) {
      code =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(ManifestTest::text)
              .collect(Collectors.joining("\n"));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T at(String... path) {
    Object node = manifest;
    for (String name : path) {
      node = ((Map<String, Object>) node).get(name);
    }
    return (T) node;
  }

  @Test
  void offers_the_commands_that_the_code_answers() {
    List<Map<String, Object>> commands = at("features", "slash_commands");
    assertThat(commands.stream().map(command -> command.get("command")))
        .containsExactlyInAnyOrderElementsOf(Ids.COMMANDS);
  }

  @Test
  void asks_for_the_scopes_of_the_methods_that_the_code_calls_and_for_no_other() {
    Set<String> needed = new TreeSet<>(Set.of("commands"));
    Matcher calls = CALL.matcher(code);
    while (calls.find()) {
      assertThat(SCOPES).containsKey(calls.group(1));
      needed.addAll(SCOPES.get(calls.group(1)));
    }
    List<String> asked = at("oauth_config", "scopes", "bot");
    assertThat(asked).containsExactlyInAnyOrderElementsOf(needed);
    assertThat(Scopes.NEEDED).isEqualTo(needed);
  }

  @Test
  void subscribes_to_the_events_that_the_code_handles() {
    List<String> events = at("settings", "event_subscriptions", "bot_events");
    Set<String> handled =
        Pattern.compile("bolt\\.event\\(\\s*(\\w+)Event\\.class")
            .matcher(code)
            .results()
            .map(found -> found.group(1).replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase())
            .collect(Collectors.toSet());
    assertThat(events).containsExactlyInAnyOrderElementsOf(handled);
  }

  @Test
  void sends_everything_to_the_one_address_that_is_served() {
    List<Map<String, Object>> commands = at("features", "slash_commands");
    assertThat(commands)
        .allSatisfy(c -> assertThat(c.get("url").toString()).endsWith("/slack/events"));
    assertThat(ManifestTest.<String>at("settings", "interactivity", "request_url"))
        .endsWith("/slack/events");
    assertThat(ManifestTest.<String>at("settings", "event_subscriptions", "request_url"))
        .endsWith("/slack/events");
  }
}
