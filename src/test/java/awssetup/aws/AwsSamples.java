package awssetup.aws;

import awssetup.setup.AccountId;
import awssetup.setup.Invitation;
import awssetup.setup.Review;
import awssetup.setup.Secret;
import awssetup.setup.SetupId;
import awssetup.testkit.People;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Optional;

/** Acme Robotics, whose billing is to be transferred, and how we are connected to AWS. */
final class AwsSamples {
  static final AccountId ACME = new AccountId("012345678901");
  static final AccountId GLOBEX = new AccountId("444455556666");
  static final SetupId SETUP = new SetupId("7Q2K000000000000");
  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  static final String ROLE = "EssentialsBootstrapRole";

  private AwsSamples() {}

  static AwsConfig config(URI aws) {
    return config(aws, Optional.empty());
  }

  static AwsConfig config(URI aws, Optional<String> managementRoleArn) {
    return new AwsConfig(
        Optional.of(aws),
        Optional.of(aws),
        "us-east-1",
        Optional.of(
            new AwsConfig.StaticKeys(
                "AKIAEXAMPLE",
                new Secret("wJalrXUtnFEMI"),
                Optional.of(new Secret("session-token-of-ours")))),
        managementRoleArn,
        ROLE,
        new Secret("correct horse battery staple"),
        "https://example-bucket.s3.amazonaws.com/bootstrap role+1.yaml",
        "essentials-bootstrap");
  }

  static Invitation invitationOf(AccountId account) {
    return new Invitation(
        new Review(
            1,
            account,
            YearMonth.of(2027, 1),
            false,
            "Acme Robotics " + SETUP,
            Optional.of("Order 4711"),
            People.Ids.ERIN,
            NOW),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
