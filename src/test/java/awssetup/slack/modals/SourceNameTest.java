package awssetup.slack.modals;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.ChannelId;
import awssetup.setup.Language;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.StartSetup;
import awssetup.setup.UserId;
import awssetup.slack.words.Words;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The customer's name as AWS takes it. */
class SourceNameTest {
  private static final Words WORDS = new Words(Language.EN, "SoftwareOne");

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "Ächme & Söhne;Achme & Sohne",
        "Straße 7;Strasse 7",
        "Acme 🚀 Robotics;Acme Robotics",
        "Acme (🚀);Acme",
        "👩\u200D👧 Family;Family",
        "🏳\uFE0F\u200D🌈;Customer",
        "🙂;Customer",
        "𝐀𝐜𝐦𝐞;Acme",
        "ＡＣＭＥ;ACME",
        "A\u0308chme;Achme",
        "Acme ↯ ⚡ ☃ Ltd;Acme Ltd",
        "Acme \uE000 Ltd;Acme Ltd",
        "Acme ꙮ Ltd;Acme Ltd",
        "Who? Why?;Who? Why?",
        "Ｗｈｏ？;Who?",
        "Москва;Moskva",
        "Acme <cloud>;Acme cloud"
      })
  void has_plain_letters_and_no_placeholders(String customer, String plain) {
    assertThat(ReviewInvitationModal.sourceName(WORDS, setup(customer)))
        .isEqualTo(plain + " - AAAAACMEACMEACME");
  }

  private static Setup setup(String customer) {
    return new StartSetup(
            new SetupId("AAAAACMEACMEACME"),
            Option.TRANSFER_BILLING,
            customer,
            Optional.empty(),
            Optional.empty(),
            new ChannelId("C0ACME"),
            new UserId("U0ENGINEER"),
            Language.EN)
        .at(Instant.parse("2026-12-01T09:00:00Z"))
        .after();
  }
}
