package awssetup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares parts of the documents that are output of the code with what the code prints today.
 * {@code -Dexcerpts=write} writes today's output into the documents.
 */
public final class Excerpts {
  private static final Path DOCUMENT = Path.of("src/docs/install.md");

  private Excerpts() {}

  /** Compares the fenced block below the comment of this name with the text. */
  public static void of(String name, String text) throws IOException {
    String document = Files.readString(DOCUMENT);
    Matcher block =
        Pattern.compile("(<!-- " + name + " -->\n```text\n).*?(```\n)", Pattern.DOTALL)
            .matcher(document);
    assertThat(block.find()).as("%s has a block <!-- %s -->", DOCUMENT, name).isTrue();
    String written =
        document.substring(0, block.end(1)) + text + document.substring(block.start(2));
    if ("write".equals(System.getProperty("excerpts"))) {
      Files.writeString(DOCUMENT, written);
    } else {
      assertThat(document).as("run this test with -Dexcerpts=write").isEqualTo(written);
    }
  }
}
