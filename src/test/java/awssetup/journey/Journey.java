package awssetup.journey;

import awssetup.testkit.World;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test through the whole app, in a world of its own that checks itself when it closes. */
abstract class Journey {
  @TempDir private Path directory;
  World world;

  @BeforeEach
  void open() {
    world = new World(directory, settings());
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Settings that differ from the defaults. */
  Map<String, String> settings() {
    return Map.of();
  }
}
