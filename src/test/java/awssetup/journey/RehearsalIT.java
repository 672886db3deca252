package awssetup.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the class archive of install.md with the packaged app, and starts the app with it. */
class RehearsalIT {
  private static final String APP = System.getProperty("app.jar", "target/aws-setup-bot.jar");

  @TempDir private Path directory;

  @Test
  void later_starts_find_what_serving_needs_in_the_archive() throws Exception {
    Path archive = directory.resolve("bot.jsa");

    assertThat(run("-jar", APP, "rehearse", archive.toString()))
        .contains(archive + " fits this jar and this Java");

    String loaded =
        run("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load", "-jar", APP, "--version");
    assertThat(loaded).containsPattern("awssetup\\.Main source: shared objects file \\(top\\)");
    assertThat(run("-XX:SharedArchiveFile=" + archive, "-Xshare:on", "-jar", APP, "--version"))
        .startsWith("aws-setup-bot ")
        .hasLineCount(1);
  }

  @Test
  void a_file_that_cannot_be_written_is_reported_in_one_line() throws Exception {
    assertThat(run("-jar", APP, "rehearse", "/nowhere/bot.jsa"))
        .contains("/nowhere/bot.jsa")
        .hasLineCount(1);
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
