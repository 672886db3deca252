package awssetup.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The version of the app. The build writes the pom's version into a small file beside the classes,
 * so that it is known without a jar. Classes compiled without that build are "(development)".
 */
public final class Version {
  private static final String FILE = "/awssetup/version.txt";
  private static final String NOT_FILLED_IN = "$";

  private Version() {}

  public static String current() {
    try (InputStream file = Version.class.getResourceAsStream(FILE)) {
      String version =
          new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
      return version.startsWith(NOT_FILLED_IN) ? "(development)" : version.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
