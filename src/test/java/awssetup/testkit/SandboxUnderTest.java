package awssetup.testkit;

import awssetup.app.SandboxRun;
import awssetup.app.SandboxStart;
import awssetup.sandbox.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/** The sandbox as its command runs it, on free ports, with its real scheduler. */
public final class SandboxUnderTest implements AutoCloseable {
  private final SandboxRun run;

  private SandboxUnderTest(SandboxRun run) {
    this.run = run;
  }

  public static SandboxUnderTest start(Scenario scenario) {
    try {
      SandboxStart start = SandboxStart.valueOf(scenario.name());
      return new SandboxUnderTest(SandboxRun.start(0, Optional.empty(), start));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return run.url();
  }

  @Override
  public void close() {
    run.close();
  }
}
