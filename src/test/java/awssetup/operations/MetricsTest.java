package awssetup.operations;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.ports.LoopHealth;
import awssetup.ports.StoreUnavailable;
import awssetup.ports.WorkListener;
import awssetup.ports.Worklist.Queue;
import awssetup.setup.Actor;
import awssetup.setup.MessageKind;
import awssetup.setup.StepKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Prometheus reads. */
class MetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final List<Queue> queues = new ArrayList<>();
  private boolean databaseAnswers = true;
  private final Metrics metrics = new Metrics("1.2.3");
  private final Gauges gauges =
      new Gauges(
          metrics,
          new State(() -> NOW, () -> queues, this::health, () -> Map.of("active", 1, "idle", 7)));

  private LoopHealth health() {
    if (!databaseAnswers) {
      throw new StoreUnavailable("no database", null);
    }
    return new LoopHealth(
        true,
        Duration.ofMillis(1500),
        Optional.of(Duration.ofSeconds(40)),
        Map.of(WorkListener.Service.STS, Duration.ofMinutes(2)));
  }

  @AfterEach
  void close() {
    metrics.close();
  }

  private String text() {
    gauges.update();
    return metrics.text();
  }

  /** The lines of one metric, in order, without buckets and the longest. */
  private String lines(String name) {
    return text()
        .lines()
        .filter(line -> line.matches(name + "(_count|_sum|_total)?(\\{.*)? .*"))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  @Test
  void times_acknowledgements_by_kind_with_slacks_three_seconds_in_mind() {
    metrics.acknowledged(WorkListener.Request.COMMAND, false, Duration.ofMillis(200));
    metrics.acknowledged(WorkListener.Request.COMMAND, false, Duration.ofMillis(2500));
    metrics.acknowledged(WorkListener.Request.MODAL, true, Duration.ofSeconds(4));

    String name = "aws_setup_bot_acknowledgements_seconds";
    assertThat(lines(name))
        .isEqualTo(
            """
            aws_setup_bot_acknowledgements_seconds_count{kind="command",outcome="ok"} 2
            aws_setup_bot_acknowledgements_seconds_count{kind="modal",outcome="failed"} 1
            aws_setup_bot_acknowledgements_seconds_sum{kind="command",outcome="ok"} 2.7
            aws_setup_bot_acknowledgements_seconds_sum{kind="modal",outcome="failed"} 4.0\
            """);
    assertThat(text())
        .contains(
            name + "_bucket{kind=\"command\",outcome=\"ok\",le=\"0.3\"} 1\n",
            name + "_bucket{kind=\"command\",outcome=\"ok\",le=\"3.0\"} 2\n",
            name + "_bucket{kind=\"modal\",outcome=\"failed\",le=\"3.0\"} 0\n");
  }

  @Test
  void times_calls_follow_ups_and_their_delay_and_counts_messages() {
    metrics.called(
        WorkListener.Service.SLACK,
        "chat.update",
        WorkListener.Outcome.THROTTLED,
        Duration.ofMillis(250));
    metrics.followedUp(WorkListener.Pass.FINISHED, Duration.ofSeconds(-1), Duration.ofSeconds(1));
    metrics.followedUp(WorkListener.Pass.FAILED, Duration.ofSeconds(3), Duration.ofSeconds(2));
    metrics.posted(MessageKind.REMINDER);

    assertThat(lines("aws_setup_bot_calls_seconds"))
        .isEqualTo(
            """
            aws_setup_bot_calls_seconds_count{operation="chat.update",outcome="throttled",service="slack"} 1
            aws_setup_bot_calls_seconds_sum{operation="chat.update",outcome="throttled",service="slack"} 0.25\
            """);
    assertThat(lines("aws_setup_bot_follow_ups_seconds"))
        .isEqualTo(
            """
            aws_setup_bot_follow_ups_seconds_count{outcome="failed"} 1
            aws_setup_bot_follow_ups_seconds_count{outcome="finished"} 1
            aws_setup_bot_follow_ups_seconds_sum{outcome="failed"} 2.0
            aws_setup_bot_follow_ups_seconds_sum{outcome="finished"} 1.0\
            """);
    assertThat(lines("aws_setup_bot_follow_up_delay_seconds"))
        .isEqualTo(
            """
            aws_setup_bot_follow_up_delay_seconds_count 2
            aws_setup_bot_follow_up_delay_seconds_sum 3.0\
            """);
    assertThat(lines("aws_setup_bot_messages"))
        .isEqualTo("aws_setup_bot_messages_total{kind=\"reminder\"} 1.0");
  }

  @Test
  void reads_the_present_each_time_and_drops_steps_without_setups() {
    queues.add(new Queue(StepKey.DETAILS, Actor.CUSTOMER, 3, NOW.minusSeconds(7200)));
    assertThat(lines("aws_setup_bot_open_setups"))
        .isEqualTo("aws_setup_bot_open_setups{step=\"details\",turn=\"customer\"} 3.0");
    assertThat(lines("aws_setup_bot_oldest_wait_seconds"))
        .isEqualTo("aws_setup_bot_oldest_wait_seconds{step=\"details\",turn=\"customer\"} 7200.0");
    queues.clear();
    assertThat(lines("aws_setup_bot_open_setups")).isEmpty();
  }

  @Test
  void shows_the_health_of_the_loop_and_the_version() {
    assertThat(text())
        .contains(
            "aws_setup_bot_follow_up_overdue_seconds 1.5\n",
            "aws_setup_bot_watch_age_seconds 40.0\n",
            "aws_setup_bot_scheduler_running 1.0\n",
            "aws_setup_bot_outage_seconds{service=\"sts\"} 120.0\n",
            "aws_setup_bot_outage_seconds{service=\"slack\"} 0.0\n",
            "aws_setup_bot_database_connections{state=\"idle\"} 7.0\n",
            "aws_setup_bot_database_up 1.0\n",
            "aws_setup_bot_release{version=\"1.2.3\"} 1.0\n",
            "jvm_memory_used_bytes");
  }

  @Test
  void goes_on_while_the_database_is_down_and_says_so() {
    databaseAnswers = false;
    metrics.posted(MessageKind.CARD);

    assertThat(text())
        .contains(
            "aws_setup_bot_database_up 0.0\n",
            "aws_setup_bot_watch_age_seconds NaN\n",
            "aws_setup_bot_messages_total{kind=\"card\"} 1.0\n");
  }
}
