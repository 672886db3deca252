package awssetup.journey;

import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.api.SlackFault;
import awssetup.sandbox.slack.world.StandInChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The operations channel gets one summary of all setups each working morning. */
class DigestJourneyTest extends Journey {

  @Test
  void there_is_one_digest_each_working_morning_and_none_on_the_weekend() {
    world.passUntil("2026-12-08T08:59:00Z");
    assertThat(world.digests())
        .containsOnlyKeys("2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-07");
    world.passUntil("2026-12-08T09:00:00Z");
    assertThat(world.digests()).containsKey("2026-12-08");
  }

  @Test
  void it_says_what_is_new_what_waits_and_what_expires() {
    world.invited();
    world.passUntil("2026-12-02T09:00:00Z");
    assertThat(world.digests().get("2026-12-02"))
        .contains("Good morning! Open setups: 1.", "1 new, 0 finished", "*New*", "Acme Robotics")
        .doesNotContain("longest first", "*Invitation expires");
    world.passUntil("2026-12-07T09:00:00Z");
    assertThat(world.digests().get("2026-12-07"))
        .contains("0 new", "1 waiting for more than three days", "longest first")
        .contains("to approve the invitation, since", "open the card")
        .doesNotContain("*New*");
    world.passUntil("2026-12-14T09:00:00Z");
    assertThat(world.digests().get("2026-12-14"))
        .contains("1 with an invitation that expires", "*Invitation expires within five days*")
        .contains("to be approved by <!date^");
  }

  @Test
  void it_says_what_was_finished_and_how_long_that_took() {
    world.invited();
    world.jump(Duration.ofDays(2));
    world.goesOnToTheEnd();
    world.passUntil("2026-12-08T09:00:00Z");
    assertThat(world.digests().values()).filteredOn(d -> d.contains("*Finished*")).hasSize(1);
    assertThat(world.digests().get("2026-12-08"))
        .contains("Open setups: 0.", "finished this month took 2 days from start to finish");
  }

  @Test
  void a_setup_that_took_no_time_gives_no_median() {
    world.invited();
    world.goesOnToTheEnd();
    world.passUntil("2026-12-02T09:00:00Z");
    assertThat(world.digests().get("2026-12-02"))
        .contains("1 finished", "*Finished*")
        .doesNotContain("median");
  }

  @Test
  void a_morning_without_news_is_one_line() {
    assertThat(world.digests().get("2026-12-01"))
        .contains("Open setups: 0.", "0 new, 0 finished")
        .doesNotContain("•");
  }

  @Test
  void a_missed_digest_is_sent_the_same_morning_and_not_later() {
    world.stop();
    world.setClock("2026-12-02T11:30:00Z");
    world.restart();
    assertThat(world.digests()).containsKey("2026-12-02");
    world.stop();
    world.setClock("2026-12-07T12:30:00Z");
    world.restart();
    assertThat(world.digests()).containsOnlyKeys("2026-12-01", "2026-12-02");
    world.passUntil("2026-12-08T09:00:00Z");
    assertThat(world.digests()).containsOnlyKeys("2026-12-01", "2026-12-02", "2026-12-08");
  }

  @Test
  void the_next_digest_covers_the_time_without_digests() {
    world.startTransfer();
    world.stop();
    world.setClock("2026-12-03T13:00:00Z");
    world.restart();
    world.passUntil("2026-12-04T09:00:00Z");
    assertThat(world.digests().get("2026-12-04")).contains("1 new", "Acme Robotics");
  }

  @Test
  void a_digest_whose_answer_was_lost_is_found_and_not_posted_twice() {
    world.setClock("2026-12-02T09:00:00Z");
    world.slack.failNext("chat.postMessage", SlackFault.loseAnswer());
    world.settle();
    world.jump(Duration.ofMinutes(1));
    world.jump(Duration.ofHours(1));
    assertThat(world.digests()).containsKey("2026-12-02");
    assertThat(world.postedTwice(OPS)).isEmpty();
  }

  @Test
  void a_digest_whose_answer_was_lost_as_the_bot_died_is_found_too() {
    world.setClock("2026-12-02T09:00:00Z");
    world.slack.failNext("chat.postMessage", SlackFault.loseAnswer());
    world.settle();
    world.restart();
    world.jump(Duration.ofMinutes(2));
    assertThat(world.postedTwice(OPS)).isEmpty();
  }

  @Test
  void a_digest_that_slack_could_not_take_is_posted_as_soon_as_it_can() {
    world.setClock("2026-12-02T09:00:00Z");
    world.slack.failNext("chat.postMessage", SlackFault.status(503).times(3));
    world.settle();
    assertThat(world.digests()).doesNotContainKey("2026-12-02");
    world.pass(Duration.ofMinutes(45));
    assertThat(world.digests()).containsKey("2026-12-02");
  }

  @Test
  void a_closed_channel_is_not_tried_over_and_over() {
    world.slack.workspace().put(StandInChannel.closed(OPS, "aws-ops", ERIN));
    world.setClock("2026-12-02T09:00:00Z");
    int before = world.slack.calls().size();
    world.settle();
    world.pass(Duration.ofHours(1));
    assertThat(
            world.slack.calls().stream()
                .skip(before)
                .filter(c -> c.method().equals("chat.postMessage")))
        .hasSize(1);
  }
}
