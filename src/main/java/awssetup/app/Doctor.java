package awssetup.app;

import awssetup.aws.AwsChecks;
import awssetup.aws.AwsClients;
import awssetup.ports.Check;
import awssetup.settings.Settings;
import awssetup.setup.Secret;
import awssetup.slack.SlackChecks;
import awssetup.store.maintenance.DatabaseChecks;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks Slack, AWS, the database and the clock as the app would use them; changes nothing. */
public final class Doctor {
  private final Settings settings;
  private final InstantSource wallClock;

  /**
   * @param wallClock this machine's clock, which is compared with Slack's and AWS's
   */
  public Doctor(Settings settings, InstantSource wallClock) {
    this.settings = settings;
    this.wallClock = wallClock;
  }

  /**
   * Makes all checks, one after the other.
   *
   * @param report gets each finding as soon as it is known
   */
  public void examine(Consumer<Check> report) {
    slack(report);
    aws(report);
    DatabaseChecks.of(settings.databaseUrl().value()).forEach(report);
  }

  private void slack(Consumer<Check> report) {
    SlackChecks slack = new SlackChecks(Configs.slack(settings), wallClock);
    slack.checks().forEach(report);
    Optional<Secret> appToken = settings.slack().appToken();
    report.accept(appToken.map(slack::appToken).orElseGet(SlackChecks::signingSecret));
  }

  private void aws(Consumer<Check> report) {
    try (AwsClients clients = new AwsClients(Configs.aws(settings))) {
      new AwsChecks(clients).checks(wallClock).forEach(report);
    }
  }
}
