package awssetup.command;

import awssetup.ports.StoreUnavailable;
import awssetup.settings.SettingsException;
import awssetup.store.DatabaseUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/** The exit codes, and the line that an operator reads when a command cannot do its work. */
public final class ExitCode {
  static final int CANNOT_START = 1;
  static final int WRONG_SETTING = 2;

  private ExitCode() {}

  /** Prints a line for what an operator can mend; throws any other error with its stack trace. */
  public static int explain(Exception e, CommandLine command) throws Exception {
    if (e instanceof SettingsException) {
      command.getErr().println(e.getMessage());
      return WRONG_SETTING;
    }
    if (e instanceof DatabaseUnusable
        || e instanceof StoreUnavailable
        || e instanceof IOException) {
      command.getErr().println(e.getMessage());
      return CANNOT_START;
    }
    if (e instanceof UncheckedIOException) {
      command.getErr().println(e.getCause().getMessage());
      return CANNOT_START;
    }
    throw e;
  }
}
