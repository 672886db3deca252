package awssetup.slack.modals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which root addresses are doubted because they may belong to one person. */
class CorporateAliasTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme@gmail.com",
        "aws-root@GMX.de",
        "aws@yahoo.co.jp",
        "acme@163.com",
        "acme@proton.me",
        "acme@t-online.de",
        "acme+aws@outlook.com"
      })
  void a_public_provider_is_doubted(String email) {
    assertThat(CorporateAlias.doubt(email)).contains(CorporateAlias.Doubt.PUBLIC_PROVIDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "erin@acme.example",
        "Carla.Customer@acme.example",
        "carla_customer@acme.example",
        "carla.customer+aws@acme.example",
        "carla.customer2@acme.example",
        "c.customer@acme.example",
        "j.r.quell@acme.example",
        "xaver.quell@acme.example",
        "jean-luc.picard@acme.example",
        "anna-maria@acme.example",
        "emma.lawson@acme.example",
        "sean.mccloud@acme.example",
        "peter.masterson@acme.example",
        "oliver.west@acme.example",
        "maria.de.silva@acme.example",
        "anna.schmidt@schmidt-bau.example"
      })
  void an_address_with_a_persons_name_is_doubted(String email) {
    assertThat(CorporateAlias.doubt(email)).contains(CorporateAlias.Doubt.ONE_PERSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws@acme.example",
        "aws-root@acme.example",
        "awsroot@acme.example",
        "aws.root@acme.example",
        "aws+carla.customer@acme.example",
        "it@acme.example",
        "it.berlin@acme.example",
        "north.america@acme.example",
        "cloud-ops@acme.example",
        "cloud.platform@acme.example",
        "acme.robotics@acme-robotics.example",
        "acmeaws.quell@acme.example",
        "billing.team@acme.example",
        "sys_admin@acme.example",
        "no-reply@acme.example",
        "front-end@acme.example",
        "a1.b2@acme.example",
        "x@acme.example",
        "gmail@acme.example",
        "aws@mygmail.com"
      })
  void a_corporate_alias_is_not_doubted(String email) {
    assertThat(CorporateAlias.doubt(email)).isEmpty();
  }
}
