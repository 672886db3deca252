package awssetup;

import awssetup.sandbox.Scenario;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Plays one setup from its start to its end, and stops, so that the JVM has met what it will need
 * and can keep it ready for the next start.
 */
@Command(
    name = "rehearse",
    description =
        "Plays a setup in the sandbox and ends. With -XX:ArchiveClassesAtExit=FILE before -jar, later starts that say"
            + " -XX:SharedArchiveFile=FILE are quicker and need less memory.")
final class RehearseCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    SandboxRun.start(0, Optional.empty(), Scenario.FINISHED).close();
    return 0;
  }
}
