package awssetup.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;

/**
 * Which version this is: the build writes the one of the pom into a small file beside the classes,
 * so that it is known before there is a jar, too. Classes that came about without that build are
 * "(development)".
 */
public final class Version implements CommandLine.IVersionProvider {
  private static final String FILE = "/awssetup/version.txt";
  private static final String NOT_FILLED_IN = "$";

  public static String current() {
    try (InputStream file = Version.class.getResourceAsStream(FILE)) {
      String version =
          new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
      return version.startsWith(NOT_FILLED_IN) ? "(development)" : version.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"aws-setup-bot " + current()};
  }
}
