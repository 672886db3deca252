package awssetup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pieces of the README that the code itself wrote: compared with what it writes today, and with
 * {@code -Dreadme=write} put in place of what is there.
 */
public final class Excerpts {
  private static final Path README = Path.of("README.md");

  private Excerpts() {}

  /** The fenced block below the comment of this name. */
  public static void of(String name, String text) throws IOException {
    String readme = Files.readString(README);
    Matcher block =
        Pattern.compile("(<!-- " + name + " -->\n```text\n).*?(```\n)", Pattern.DOTALL)
            .matcher(readme);
    assertThat(block.find()).as("README.md has a block <!-- %s -->", name).isTrue();
    String written = readme.substring(0, block.end(1)) + text + readme.substring(block.start(2));
    if ("write".equals(System.getProperty("readme"))) {
      Files.writeString(README, written);
    } else {
      assertThat(readme).as("run this test with -Dreadme=write").isEqualTo(written);
    }
  }
}
