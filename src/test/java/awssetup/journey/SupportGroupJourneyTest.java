package awssetup.journey;

import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.api.SlackFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user group says who the engineers are, and no operations channel is set. */
class SupportGroupJourneyTest extends Journey {
  @Override
  Map<String, String> settings() {
    return Map.of("SUPPORT_USERGROUP", "S0SUPPORT", "OPS_CHANNEL", "", "WATCH_INTERVAL", "PT24H");
  }

  @BeforeEach
  void onlyErin() {
    world.slack.workspace().putUserGroup("S0SUPPORT", List.of(ERIN));
  }

  @Test
  void a_colleague_outside_the_group_is_no_engineer() {
    world.startTransfer();
    world.enterDetails();
    assertThat(world.answer(SAM, "/aws-setup status")).contains("for engineers of SoftwareOne");
    assertThat(world.told(SAM, () -> world.press(SAM, "review_invitation")))
        .contains("Only engineers");
    world.review();
    world.goesOnToTheEnd();
  }

  @Test
  void a_group_that_cannot_be_read_makes_no_one_an_engineer() {
    world.slack.failNext("usergroups.users.list", SlackFault.status(500).times(20));
    assertThat(world.answer(ERIN, "/aws-setup status")).contains("try again");
  }

  @Test
  void without_an_operations_channel_reminders_escalate_in_the_thread_only() {
    world.startTransfer();
    world.passUntil("2026-12-10T12:00:00Z");
    assertThat(world.reminders()).hasSize(5);
    assertThat(world.reminders().get(3)).contains("<@" + ERIN + ">");
    assertThat(world.ops()).isEmpty();
    world.jump(Duration.ofMinutes(30));
    assertThat(world.postedTwice(ACME)).isEmpty();
  }
}
