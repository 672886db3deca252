package awssetup.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The settings that make the app use the stand-ins, with secrets made up for each run. */
final class SandboxSettings {
  static final String ROLE_NAME = "SWOEssentialsBootstrapRole";

  final String signingSecret = UUID.randomUUID().toString();
  final String botToken = "xoxb-" + UUID.randomUUID();
  final String externalIdSecret = UUID.randomUUID().toString();

  Map<String, String> pointingAt(URI slackApi, URI aws, Path database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("SLACK_BOT_TOKEN", botToken);
    settings.put("SLACK_SIGNING_SECRET", signingSecret);
    settings.put("SLACK_API_URL", slackApi.toString());
    settings.put("PORT", "0");
    settings.put("DATABASE_URL", "jdbc:sqlite:" + database);
    settings.put("AWS_REGION", "us-east-1");
    settings.put("AWS_ACCESS_KEY_ID", "AKIASANDBOX");
    settings.put("AWS_SECRET_ACCESS_KEY", "sandbox");
    settings.put("AWS_ENDPOINT_URL_ORGANIZATIONS", aws.toString());
    settings.put("AWS_ENDPOINT_URL_STS", aws.toString());
    settings.put("BOOTSTRAP_ROLE_NAME", ROLE_NAME);
    settings.put("BOOTSTRAP_EXTERNAL_ID_SECRET", externalIdSecret);
    settings.put(
        "BOOTSTRAP_TEMPLATE_URL",
        "https://essentials-bootstrap.s3.us-east-1.amazonaws.com/role.yaml");
    settings.put("BOOTSTRAP_STACK_NAME", "essentials-bootstrap-role");
    settings.put("OPS_CHANNEL", "C0OPS");
    settings.put("WATCH_INTERVAL", "PT2S");
    return settings;
  }
}
