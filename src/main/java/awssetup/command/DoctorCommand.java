package awssetup.command;

import awssetup.app.Doctor;
import awssetup.ports.Check;
import awssetup.settings.Settings;
import awssetup.settings.SettingsException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints for each thing that the app needs whether it is there, and what to do if not. */
@Command(
    name = "doctor",
    description = "Checks settings, Slack, AWS, the database and the clock; changes nothing.")
public final class DoctorCommand implements Callable<Integer> {
  private static final String SETTINGS = "settings";

  private final Map<String, String> environment;
  private final InstantSource wallClock;

  @Spec private CommandSpec spec;
  private boolean healthy = true;

  public DoctorCommand(Map<String, String> environment, InstantSource wallClock) {
    this.environment = environment;
    this.wallClock = wallClock;
  }

  @Override
  public Integer call() {
    Settings settings;
    try {
      settings = Settings.read(environment);
    } catch (SettingsException e) {
      e.problems().forEach(problem -> say(Check.broken(SETTINGS, problem)));
      say(Check.unknown("everything else", "can be looked at once the settings are right"));
      return ExitCode.WRONG_SETTING;
    }
    say(Check.good(SETTINGS, "complete and of the right form"));
    new Doctor(settings, wallClock).examine(this::say);
    return healthy ? 0 : ExitCode.CANNOT_START;
  }

  private void say(Check check) {
    healthy &= !check.isBroken();
    PrintWriter out = spec.commandLine().getOut();
    out.println(sign(check.verdict()) + " " + check.subject() + ": " + check.words());
    out.flush();
  }

  private static String sign(Check.Verdict verdict) {
    return Ansi.AUTO.string(
        switch (verdict) {
          case GOOD -> "@|green ✔|@";
          case BROKEN -> "@|red ✖|@";
          case UNKNOWN -> "–";
        });
  }
}
