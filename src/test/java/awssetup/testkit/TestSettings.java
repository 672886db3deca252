package awssetup.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import awssetup.sandbox.aws.AwsStandIn;
import awssetup.sandbox.slack.SlackStandIn;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The environment of an app between the stand-ins, and the secrets that both sides know. */
public final class TestSettings {
  public static final String SIGNING_SECRET = "signing-secret-of-the-test";
  public static final String BOT_TOKEN = "xoxb-token-of-the-test";
  public static final String ACCESS_KEY_ID = "AKIATEST";
  public static final String SECRET_ACCESS_KEY = "secretkeyofthetest";
  public static final String ROLE = "EssentialsBootstrapRole";
  public static final String EXTERNAL_ID_SECRET = "a-secret-only-we-know";

  private TestSettings() {}

  /** What an app has to be told, on a free port; what is optional can be added. */
  public static Map<String, String> between(SlackStandIn slack, AwsStandIn aws, String database) {
    return between(slack.apiUrl(), aws.url(), database);
  }

  public static Map<String, String> between(URI slackApi, URI aws, String database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("SLACK_BOT_TOKEN", BOT_TOKEN);
    settings.put("SLACK_SIGNING_SECRET", SIGNING_SECRET);
    settings.put("SLACK_API_URL", slackApi.toString());
    settings.put("PORT", "0");
    settings.put("DATABASE_URL", database);
    settings.put("AWS_ACCESS_KEY_ID", ACCESS_KEY_ID);
    settings.put("AWS_SECRET_ACCESS_KEY", SECRET_ACCESS_KEY);
    settings.put("AWS_ENDPOINT_URL_ORGANIZATIONS", aws.toString());
    settings.put("AWS_ENDPOINT_URL_STS", aws.toString());
    settings.put("BOOTSTRAP_ROLE_NAME", ROLE);
    settings.put("BOOTSTRAP_EXTERNAL_ID_SECRET", EXTERNAL_ID_SECRET);
    settings.put("BOOTSTRAP_TEMPLATE_URL", "https://bucket.s3.us-east-1.amazonaws.com/role.yaml");
    settings.put("BOOTSTRAP_STACK_NAME", "bootstrap-role");
    return settings;
  }

  /** The external ID with which the app assumes the role in a customer's account. */
  public static String externalId(String account) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(EXTERNAL_ID_SECRET.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(account.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
