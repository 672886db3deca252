package awssetup.command;

import awssetup.ports.StoreUnavailable;
import awssetup.settings.SettingsException;
import awssetup.store.DatabaseUnusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/**
 * How a command ends, and what it says then: what is wrong with a start is said in a line each, and
 * nothing else is printed.
 */
public final class ExitCode {
  static final int CANNOT_START = 1;
  static final int WRONG_SETTING = 2;

  private ExitCode() {}

  /** Says in a line what an operator can mend; what nobody foresaw goes on with its stack trace. */
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
