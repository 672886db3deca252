package awssetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import awssetup.settings.Settings;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the documents to the code: the settings, the IAM policy, the links. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Path INSTALL = Path.of("src/docs/install.md");
  private static final Path SECURITY = Path.of("src/docs/security.md");
  private static final int ONE_SCREEN_AND_A_HALF = 90;

  private static String install;

  @BeforeAll
  static void read() throws IOException {
    install = Files.readString(INSTALL);
  }

  @Test
  void names_every_setting_that_is_read() throws IOException {
    Set<String> settings =
        sources("src/main/java/awssetup/settings", 1)
            .flatMap(code -> found(code, "\"((?:[A-Z]+_)+[A-Z]+|PORT)\"").stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(settings).hasSizeGreaterThan(20);
    assertThat(settings).allSatisfy(setting -> assertThat(install).contains("`" + setting + "`"));
  }

  @Test
  void the_policy_allows_what_the_code_asks_of_aws_and_nothing_else() throws IOException {
    Set<String> allowed = new TreeSet<>();
    for (JsonElement element : policy().getAsJsonArray("Statement")) {
      JsonObject statement = element.getAsJsonObject();
      if (statement.get("Effect").getAsString().equals("Allow")) {
        JsonElement action = statement.get("Action");
        if (action.isJsonArray()) {
          action.getAsJsonArray().forEach(a -> allowed.add(a.getAsString()));
        } else {
          allowed.add(action.getAsString());
        }
      }
    }
    Set<String> asked =
        sources("src/main/java/awssetup/aws", 1)
            .flatMap(
                code ->
                    found(
                        code,
                        "\\.((?:invite|list|describe|cancel)(?:Organization|Inbound|Responsibility|Handshake)"
                            + "[A-Za-z]*)\\(")
                        .stream())
            .map(call -> "organizations:" + call.substring(0, 1).toUpperCase() + call.substring(1))
            .collect(Collectors.toCollection(TreeSet::new));
    asked.add("organizations:TagResource");
    asked.add("sts:AssumeRole");
    assertThat(allowed).isEqualTo(asked);
  }

  @Test
  void says_what_each_dependency_is_for() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String security = Files.readString(SECURITY);
    Set<String> dependencies =
        found(pom, "(?s)<dependency>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>([^<]*)<");
    assertThat(dependencies).hasSizeGreaterThan(20);
    assertThat(dependencies)
        .allSatisfy(dependency -> assertThat(security).contains("`" + dependency + "`"));
  }

  @Test
  void shows_a_unit_that_systemd_accepts(@TempDir Path dir) throws Exception {
    assumeThat(Path.of("/usr/bin/systemd-analyze")).exists();
    String shown = found(install, "(?s)```ini\\s*(.*?)```").iterator().next();
    Path unit = dir.resolve("aws-setup-bot.service");
    Files.writeString(unit, shown.replaceFirst("ExecStart=\\S+", "ExecStart=/bin/true"));
    Process verify =
        new ProcessBuilder("/usr/bin/systemd-analyze", "verify", unit.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(verify.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain(unit.getFileName().toString());
  }

  @Test
  void shows_an_environment_file_with_settings_that_are_enough() {
    String shown = found(install, "(?s)```sh\\s*(SLACK_BOT_TOKEN.*?)```").iterator().next();
    Map<String, String> settings =
        shown
            .lines()
            .map(line -> line.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> pair[1].replace("…", "0123456789abcdef")));
    assertThat(Settings.read(settings).opsChannel()).contains("C0123ABCDEF");
  }

  @Test
  void the_readme_is_short() {
    assertThat(text(README).lines()).hasSizeLessThanOrEqualTo(ONE_SCREEN_AND_A_HALF);
  }

  static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("src/docs"));
        Stream<Path> github = Files.list(Path.of(".github"))) {
      return Stream.concat(Stream.of(README), Stream.concat(docs, github))
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void links_and_pictures_lead_somewhere(Path document) {
    assertThat(found(text(document), "\\]\\(((?!https?:)[^)]+)\\)"))
        .isNotEmpty()
        .allSatisfy(
            link -> {
              String[] target = link.split("#", 2);
              Path file = target[0].isEmpty() ? document : document.resolveSibling(target[0]);
              assertThat(file).exists();
              if (target.length == 2) {
                assertThat(anchors(text(file))).contains(target[1]);
              }
            });
  }

  @Test
  void every_document_can_be_reached_from_the_readme() throws IOException {
    Set<Path> reached = new TreeSet<>();
    Deque<Path> unread = new ArrayDeque<>(List.of(README));
    while (!unread.isEmpty()) {
      Path document = unread.remove();
      if (reached.add(document) && document.toString().endsWith(".md")) {
        found(text(document), "\\]\\(((?!https?:)[^)#]+)(?:#[^)]*)?\\)").stream()
            .map(link -> document.resolveSibling(link).normalize())
            .forEach(unread::add);
      }
    }
    assertThat(reached).containsAll(documents());
  }

  /** The anchors that GitHub gives to the headings of a page. */
  private static Set<String> anchors(String markdown) {
    return found(markdown, "(?m)^#{1,6} (.+)$").stream()
        .map(heading -> heading.toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static JsonObject policy() {
    String json = found(install, "(?s)```json\\s*(.*?)```").iterator().next();
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static Stream<String> sources(String folder, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder), depth)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(ReadmeTest::text)
          .toList()
          .stream();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
