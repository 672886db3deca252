package awssetup.app;

import awssetup.aws.AwsConfig;
import awssetup.settings.AwsSettings;
import awssetup.settings.BootstrapSettings;
import awssetup.settings.Settings;
import awssetup.setup.ChannelId;
import awssetup.setup.Plan;
import awssetup.setup.Reviewers;
import awssetup.slack.SlackConfig;

/** Hands each room its share of the settings, in the room's own types. */
final class Configs {
  private Configs() {}

  static SlackConfig slack(Settings settings) {
    return new SlackConfig(
        settings.slack().apiUrl(),
        settings.slack().botToken(),
        settings.partnerName(),
        settings.language(),
        settings.minDaysToAccept(),
        settings.requireSecondEngineer() ? Reviewers.ANOTHER_ENGINEER : Reviewers.ANY_ENGINEER,
        settings.supportUsergroup(),
        settings.opsChannel().map(ChannelId::new));
  }

  static AwsConfig aws(Settings settings) {
    AwsSettings aws = settings.aws();
    BootstrapSettings bootstrap = settings.bootstrap();
    return new AwsConfig(
        aws.organizationsEndpoint(),
        aws.stsEndpoint(),
        aws.region(),
        aws.credentials()
            .map(
                c ->
                    new AwsConfig.StaticKeys(
                        c.accessKeyId(), c.secretAccessKey(), c.sessionToken())),
        aws.managementRoleArn(),
        bootstrap.roleName(),
        bootstrap.externalIdSecret(),
        bootstrap.templateUrl().toString(),
        bootstrap.stackName());
  }

  static Plan.Rules rules(Settings settings) {
    return new Plan.Rules(settings.reminders(), settings.watchInterval());
  }
}
