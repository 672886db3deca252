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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the README to the code: its settings, its IAM policy, the files it names. */
class ReadmeTest {
  private static String readme;

  @BeforeAll
  static void read() throws IOException {
    readme = Files.readString(Path.of("README.md"));
  }

  @Test
  void names_every_setting_that_is_read() throws IOException {
    Set<String> settings =
        sources("src/main/java/awssetup/settings", 1)
            .flatMap(code -> found(code, "\"((?:[A-Z]+_)+[A-Z]+|PORT)\"").stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(settings).hasSizeGreaterThan(20);
    assertThat(settings).allSatisfy(setting -> assertThat(readme).contains("`" + setting + "`"));
  }

  @Test
  void allows_in_its_policy_what_the_code_asks_of_aws_and_nothing_else() throws IOException {
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
    Set<String> dependencies =
        found(pom, "(?s)<dependency>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>([^<]*)<");
    assertThat(dependencies).hasSizeGreaterThan(20);
    assertThat(dependencies)
        .allSatisfy(dependency -> assertThat(readme).contains("`" + dependency + "`"));
  }

  @Test
  void shows_a_unit_that_systemd_takes(@TempDir Path dir) throws Exception {
    assumeThat(Path.of("/usr/bin/systemd-analyze")).exists();
    String shown = found(readme, "(?s)```ini\\s*(.*?)```").iterator().next();
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
    String shown = found(readme, "(?s)```sh\\s*(SLACK_BOT_TOKEN.*?)```").iterator().next();
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
  void names_only_files_that_are_there() {
    assertThat(found(readme, "\\]\\(((?!http)[^)]+)\\)"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  private static JsonObject policy() {
    String json = found(readme, "(?s)```json\\s*(.*?)```").iterator().next();
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
