package awssetup.command;

import static awssetup.testkit.DataUnderTest.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.SetupId;
import awssetup.testkit.DataUnderTest;
import awssetup.testkit.DataUnderTest.Run;
import awssetup.testkit.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code backup} does while a bot has the same database open. */
class BackupCommandTest {
  private static final int PAGE = 4096;

  @TempDir Path directory;

  @Test
  void copies_everything_to_a_file_that_only_its_owner_can_read() throws IOException {
    Path copy = directory.resolve("copy.db");
    try (DataUnderTest bot = new DataUnderTest(directory)) {
      SetupId acme = bot.start("Acme Robotics", NOW);

      Run run = bot.run("backup", copy.toString());

      assertThat(run.code()).isZero();
      assertThat(run.out()).contains(copy + " holds everything and is sound");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
          .isEqualTo("rw-------");
      SetupId later = bot.start("Globex", NOW);
      try (DataUnderTest restored = new DataUnderTest("jdbc:sqlite:" + copy)) {
        assertThat(restored.find(acme).customerName()).isEqualTo("Acme Robotics");
        assertThat(restored.setups.find(later)).isEmpty();
      }
    }
  }

  @Test
  void shows_one_moment_while_the_bot_goes_on_writing() throws Exception {
    try (DataUnderTest bot = new DataUnderTest(directory)) {
      bot.start("Acme Robotics", NOW);
      AtomicBoolean done = new AtomicBoolean();
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; !done.get(); i++) {
                  bot.start("Globex " + i, NOW.plusMillis(i));
                }
              });
      writer.start();
      try {
        for (int i = 0; i < 3; i++) {
          Path copy = directory.resolve("copy" + i + ".db");
          assertThat(bot.run("backup", copy.toString()).code()).isZero();
          try (DataUnderTest restored = new DataUnderTest("jdbc:sqlite:" + copy)) {
            restored.setups.forEach(
                setup -> assertThat(restored.setups.history(setup.id())).hasSize(1));
          }
        }
      } finally {
        done.set(true);
        writer.join();
      }
    }
  }

  @Test
  void never_overwrites_a_file() throws IOException {
    Path taken = Files.writeString(directory.resolve("taken"), "something else");
    try (DataUnderTest bot = new DataUnderTest(directory)) {
      Run run = bot.run("backup", taken.toString());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).containsOnlyOnce("\n").contains(taken + " is there already");
      assertThat(taken).hasContent("something else");

      Run nowhere = bot.run("backup", directory.resolve("no/such/dir.db").toString());
      assertThat(nowhere.code()).isEqualTo(1);
      assertThat(nowhere.err()).containsOnlyOnce("\n").contains("cannot be created");
    }
  }

  @Test
  void leaves_no_broken_file_behind() throws IOException {
    Path copy = directory.resolve("copy.db");
    Path file = directory.resolve("bot.db");
    try (DataUnderTest bot = new DataUnderTest(directory)) {
      for (int i = 0; i < 200; i++) {
        bot.start("Acme Robotics " + i, NOW);
      }
    }
    byte[] content = Files.readAllBytes(file);
    int setup = new String(content, StandardCharsets.ISO_8859_1).indexOf("Acme Robotics 150");
    Arrays.fill(content, setup - setup % PAGE, setup - setup % PAGE + PAGE, (byte) 0x5a);
    Files.write(file, content);

    Run run =
        DataUnderTest.run(Map.of("DATABASE_URL", "jdbc:sqlite:" + file), "backup", copy.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).containsOnlyOnce("\n").contains("SQLITE_CORRUPT");
    assertThat(Files.exists(copy)).isFalse();
  }

  @Test
  void recommends_pg_dump_for_postgresql() {
    Path copy = directory.resolve("copy.db");
    try (DataUnderTest bot = new DataUnderTest(Postgres.newDatabase())) {
      Run run = bot.run("backup", copy.toString());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).containsOnlyOnce("\n").contains("pg_dump --format=custom");
      assertThat(Files.exists(copy)).isFalse();
    }
  }
}
