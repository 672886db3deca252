package awssetup.store.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationFilesTest {
  private static final List<String> FILES =
      List.of("V1__setups.sql", "V2__invitations.sql", "V10__requests.sql", "notes.txt", "V3.sql");

  @TempDir Path directory;

  @Test
  void counts_the_migrations_in_a_directory() throws IOException {
    for (String file : FILES) {
      Files.createFile(directory.resolve(file));
    }
    assertThat(MigrationFiles.in(directory.toUri().toURL())).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"db", "db/"})
  void counts_the_migrations_in_a_jar(String name) throws IOException {
    Path jar = directory.resolve("app.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("other/db/V4__of_another_app.sql"));
      zip.putNextEntry(new ZipEntry("db/"));
      for (String file : FILES) {
        zip.putNextEntry(new ZipEntry("db/" + file));
        zip.putNextEntry(new ZipEntry("library/" + file));
      }
    }
    assertThat(MigrationFiles.in(new URL("jar:" + jar.toUri() + "!/" + name))).isEqualTo(3);
  }
}
