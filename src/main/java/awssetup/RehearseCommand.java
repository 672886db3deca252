package awssetup;

import awssetup.sandbox.Scenario;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Plays a few days of the app's life and ends, so that the JVM has met what it will need and can
 * keep it ready for the next start.
 */
@Command(
    name = "rehearse",
    description =
        "Plays the busy sandbox once and ends. With -XX:ArchiveClassesAtExit=FILE before -jar, later starts that say"
            + " -XX:SharedArchiveFile=FILE are quicker and need less memory.")
final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    SandboxRun.start(0, Optional.empty(), Scenario.BUSY).close();
    return 0;
  }
}
