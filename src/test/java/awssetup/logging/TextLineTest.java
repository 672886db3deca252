package awssetup.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The log for people, which is the default. */
class TextLineTest {
  private final PrintedLog printed = new PrintedLog(Optional.empty());
  private final Logger log = printed.logger("awssetup.followup.MessageDelivery");

  @AfterEach
  void stop() {
    printed.close();
  }

  @Test
  void a_line_has_time_level_logger_and_message() {
    log.info("{} posted {}", "7Q2K000000000000", "card 1");
    log.debug("of no interest");

    assertThat(printed.text())
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)"
                + " INFO  MessageDelivery: 7Q2K000000000000 posted card 1\\R");
  }

  @Test
  void every_event_is_one_line_and_secrets_of_slack_are_cut_out() {
    log.error("typed: {}", "a \r\n b xoxb-1-hush", new IllegalStateException("xapp-1-hush\nagain"));
    log.info("fine", new IllegalStateException("not worth a trace"));

    String[] lines = printed.text().split("\\R");
    assertThat(lines).hasSize(2);
    assertThat(lines[0])
        .contains(
            "ERROR MessageDelivery: typed: a | b (secret) | java.lang.IllegalStateException:"
                + " (secret) | again | at awssetup.logging.TextLineTest")
        .doesNotContain("hush")
        .doesNotEndWith(" | ");
    assertThat(lines[1]).endsWith("INFO  MessageDelivery: fine");
  }

  @Test
  void addresses_that_open_a_connection_are_cut_out_too() {
    log.warn("lost {} and {}", "wss://wss.slack.com/link?ticket=hush", "https://hooks.slack.com/x");

    assertThat(printed.text()).endsWith(String.format("lost (secret) and (secret)%n"));
  }
}
