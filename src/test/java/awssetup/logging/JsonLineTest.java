package awssetup.logging;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.MessageKey;
import awssetup.setup.MessageKind;
import awssetup.setup.SetupId;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The log for machines, with LOG_FORMAT=json. */
class JsonLineTest {
  private static final SetupId SETUP = new SetupId("7Q2K000000000000");

  private final PrintedLog printed = new PrintedLog(Optional.of("json"));
  private final Logger log = printed.logger("awssetup.followup.MessageDelivery");

  @AfterEach
  void stop() {
    printed.close();
  }

  private List<JsonObject> lines() {
    return printed
        .text()
        .lines()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  @Test
  void a_line_is_an_object_with_the_setup_as_a_field_of_its_own() {
    log.info("{} posted {}", SETUP, "card 1");

    JsonObject line = lines().get(0);
    assertThat(line.keySet()).containsExactly("time", "level", "logger", "setup", "message");
    assertThat(line.get("time").getAsString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    assertThat(line.get("level").getAsString()).isEqualTo("INFO");
    assertThat(line.get("logger").getAsString()).isEqualTo("MessageDelivery");
    assertThat(line.get("setup").getAsString()).isEqualTo("7Q2K000000000000");
    assertThat(line.get("message").getAsString()).isEqualTo("7Q2K000000000000 posted card 1");
  }

  @Test
  void a_message_names_its_setup_too_and_other_lines_name_none() {
    log.warn("{} is left out", new MessageKey(SETUP, MessageKind.REMINDER, 3));
    log.warn("{} setups", 3);

    assertThat(lines().get(0).get("setup").getAsString()).isEqualTo("7Q2K000000000000");
    assertThat(lines().get(1).keySet()).containsExactly("time", "level", "logger", "message");
  }

  @Test
  void every_event_is_one_line_and_secrets_of_slack_are_cut_out() {
    log.error(
        "typed: {}", "a\r\n\"b\" xoxb-1-hush", new IllegalStateException("xapp-1-hush\nagain"));
    log.info("fine", new IllegalStateException("not worth a trace"));

    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0).get("message").getAsString()).isEqualTo("typed: a\r\n\"b\" (secret)");
    assertThat(lines().get(0).get("exception").getAsString())
        .startsWith("java.lang.IllegalStateException: (secret)")
        .contains("at awssetup.logging.JsonLineTest")
        .doesNotContain("hush");
    assertThat(lines().get(1).has("exception")).isFalse();
  }

  @Test
  void the_libraries_stay_as_quiet_as_they_are_for_people() {
    printed.logger("com.zaxxer.hikari.HikariDataSource").info("chatter");
    assertThat(lines()).isEmpty();
  }
}
