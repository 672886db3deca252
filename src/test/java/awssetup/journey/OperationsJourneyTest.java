package awssetup.journey;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What operators read about a journey, over HTTP as Prometheus reads it. */
class OperationsJourneyTest extends Journey {

  private HttpResponse<String> get(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(world.events().resolve(path)).build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> lines(String name) {
    return get("/metrics").body().lines().filter(line -> line.startsWith(name)).sorted().toList();
  }

  @Test
  void the_metrics_of_a_journey_count_its_work_and_name_no_person() {
    world.startTransfer();
    assertThat(lines("aws_setup_bot_open_setups"))
        .containsExactly("aws_setup_bot_open_setups{step=\"details\",turn=\"customer\"} 1.0");
    world.enterDetails();
    world.press(ERIN, "review_invitation");
    world.submit(ERIN, Map.of());
    world.jump(Duration.ofHours(30));
    assertThat(lines("aws_setup_bot_open_setups"))
        .contains("aws_setup_bot_open_setups{step=\"invitation\",turn=\"customer\"} 1.0");
    assertThat(lines("aws_setup_bot_messages_total{kind=\"reminder\"}"))
        .containsExactly("aws_setup_bot_messages_total{kind=\"reminder\"} 1.0");

    world.aws.accept(world.handshake());
    world.pass(Duration.ofMinutes(15));
    world.deployRole();
    world.press(CARLA, "check_now");

    assertThat(lines("aws_setup_bot_open_setups")).isEmpty();
    assertThat(lines("aws_setup_bot_acknowledgements_seconds_count"))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("outcome=\"ok\""));
    assertThat(lines("aws_setup_bot_calls_seconds_count"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "operation=\"InviteOrganizationToTransferResponsibility\",outcome=\"ok\",service=\"organizations\"}"
                            + " 1"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("operation=\"AssumeRole\",outcome=\"refused\",service=\"sts\""))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("operation=\"views.open\",outcome=\"ok\",service=\"slack\"} 3"));
    assertThat(lines("aws_setup_bot_follow_ups_seconds_count{outcome=\"finished\"}")).hasSize(1);
    assertThat(get("/metrics").body())
        .doesNotContain(ACCOUNT, CARLA, ERIN, "Acme", "C0ACME", "xoxb", world.handshake());
  }

  @Test
  void the_documented_alerts_use_metrics_that_exist() throws IOException {
    world.startTransfer();
    List<String> watched =
        Pattern.compile("aws_setup_bot_\\w+")
            .matcher(Files.readString(Path.of("src/docs/operating.md")))
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();
    assertThat(watched).hasSizeGreaterThan(5);
    assertThat(watched).allSatisfy(name -> assertThat(lines(name)).isNotEmpty());
  }

  @Test
  void the_app_is_ready_while_the_loop_runs_and_not_once_it_stands_still() {
    assertThat(get("/ready").body()).isEqualTo("ready\n");
    assertThat(get("/health").body()).startsWith("ok ");

    world.setClock("2026-12-20T09:00:00Z");

    assertThat(get("/ready").statusCode()).isEqualTo(503);
    assertThat(get("/ready").body())
        .containsPattern(
            "scheduler: work has been due for \\d+ s\nwatch: the last one was \\d+ s ago\n");
    assertThat(get("/health").statusCode()).isEqualTo(200);
    world.settle();
    assertThat(get("/ready").body()).isEqualTo("ready\n");
  }
}
