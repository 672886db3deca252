package awssetup.command;

import awssetup.app.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a class archive for quicker starts. */
@Command(
    name = "rehearse",
    description =
        "Serves a setup between stand-ins of Slack and AWS, and writes a class archive: starts with"
            + " -XX:SharedArchiveFile=FILE before -jar are quicker and need less memory.")
public final class RehearseCommand implements Callable<Integer> {
  private final Class<?> main;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The archive; one that is there is replaced.")
  private Path archive;

  /**
   * @param main starts the app with the word serve
   */
  public RehearseCommand(Class<?> main) {
    this.main = main;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    new Rehearsal(archive, main).run();
    spec.commandLine()
        .getOut()
        .println(archive + " fits this jar and this Java; make a new one when either changes.");
    return 0;
  }
}
