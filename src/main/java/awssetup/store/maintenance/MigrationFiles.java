package awssetup.store.maintenance;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts the migrations that this version of the app brings along; Flyway itself is not loaded. */
final class MigrationFiles {
  private static final Pattern NAME = Pattern.compile("V\\d+__\\w+\\.sql");

  private MigrationFiles() {}

  /** How many there are; none where the class path cannot be listed. */
  static int count() {
    URL directory = MigrationFiles.class.getResource("/db");
    try {
      return directory == null ? 0 : in(directory);
    } catch (IOException e) {
      return 0;
    }
  }

  static int in(URL directory) throws IOException {
    return "jar".equals(directory.getProtocol()) ? packaged(directory) : unpacked(directory);
  }

  private static int packaged(URL directory) throws IOException {
    JarURLConnection connection = (JarURLConnection) directory.openConnection();
    connection.setUseCaches(false);
    String prefix = connection.getEntryName().replaceFirst("/?$", "/");
    try (JarFile jar = connection.getJarFile()) {
      int count = 0;
      Iterator<JarEntry> entries = jar.entries().asIterator();
      while (entries.hasNext()) {
        String name = entries.next().getName();
        if (name.startsWith(prefix) && isMigration(name.substring(prefix.length()))) {
          count++;
        }
      }
      return count;
    }
  }

  private static int unpacked(URL directory) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(URI.create(directory.toString())))) {
      return (int) files.filter(file -> isMigration(file.getFileName().toString())).count();
    }
  }

  private static boolean isMigration(String name) {
    return NAME.matcher(name).matches();
  }
}
