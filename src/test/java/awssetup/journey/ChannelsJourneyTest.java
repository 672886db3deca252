package awssetup.journey;

import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.COLIN;
import static awssetup.testkit.People.ERIN;
import static awssetup.testkit.People.GINA;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.people.ChannelChanges;
import awssetup.sandbox.slack.people.Delivery;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.testkit.MessageText;
import awssetup.testkit.People;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A channel is archived, deleted or unshared, or the app is removed from it: the engineer is told,
 * reminders stop, and everything goes on by itself once the channel is back.
 */
class ChannelsJourneyTest extends Journey {
  private static final String ACMES = "T0CUSTOMER";

  private List<String> erinsMessages() {
    return world.slack.workspace().messages(world.slack.workspace().directMessage(ERIN)).stream()
        .map(MessageText::of)
        .toList();
  }

  private long postsIntoTheChannel() {
    return world.slack.calls().stream()
        .filter(
            call -> call.method().equals("chat.postMessage") || call.method().equals("chat.update"))
        .filter(call -> call.arguments().get("channel").getAsString().equals(ACME))
        .count();
  }

  private interface Happening extends BiFunction<ChannelChanges, String, Delivery> {}

  private static Arguments problem(
      String what, boolean isPrivate, Happening closes, Happening opens, String words) {
    return Arguments.of(what, isPrivate, closes, opens, words);
  }

  static Stream<Arguments> problems() {
    Happening archive = ChannelChanges::archive;
    Happening unarchive = ChannelChanges::unarchive;
    Happening remove = ChannelChanges::removeApp;
    Happening invite = ChannelChanges::inviteApp;
    return Stream.of(
        problem("an archived channel", false, archive, unarchive, "is archived"),
        problem("an archived private channel", true, archive, unarchive, "is archived"),
        problem("a channel without the app", false, remove, invite, "no longer in the channel"),
        problem("a private channel without the app", true, remove, invite, "is gone, or I was"),
        problem(
            "a channel without the customer",
            false,
            (channels, id) -> channels.unshare(id, ACMES),
            (channels, id) -> channels.share(id, ACMES, COLIN),
            "no one from *Acme Robotics* is left in"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("problems")
  void the_engineer_is_told_and_reminders_stop_until_the_channel_is_back(
      String what, boolean isPrivate, Happening closes, Happening opens, String words) {
    startIn(isPrivate);
    assertThat(closes.apply(world.slack.channels(), ACME).ok()).isTrue();
    world.settle();
    assertThat(erinsMessages()).hasSize(1).first().asString().contains(words, "Acme Robotics");
    assertThat(world.ops()).hasSize(1).first().asString().contains(words, "<@U0ENGINEER>");
    long posts = postsIntoTheChannel();

    days(7);
    assertThat(postsIntoTheChannel()).as("posts into the channel").isEqualTo(posts);
    assertThat(erinsMessages()).hasSize(1);

    assertThat(opens.apply(world.slack.channels(), ACME).ok()).isTrue();
    world.settle();
    assertThat(erinsMessages()).hasSize(2).last().asString().contains("can be reached");
    assertThat(world.reminders()).as("one for all that were missed").hasSize(1);
    days(1);
    assertThat(world.reminders()).hasSize(2);
    assertThat(world.answer(ERIN, "/aws-setup history"))
        .contains("can no longer be reached", "can be reached in the channel again");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("problems")
  void a_channel_problem_is_noticed_even_without_an_event(
      String what, boolean isPrivate, Happening closes, Happening opens, String words) {
    startIn(isPrivate);
    world.stop();
    closes.apply(world.slack.channels(), ACME);
    world.restart();
    // Noticed after three unanswered reminders, or when Slack first refuses a message.
    days(7);
    assertThat(erinsMessages()).hasSize(1).first().asString().contains(words);
    long posts = postsIntoTheChannel();
    world.stop();
    opens.apply(world.slack.channels(), ACME);
    world.restart();
    world.jump(Duration.ofMinutes(61));
    assertThat(erinsMessages()).hasSize(2);
    days(4);
    assertThat(postsIntoTheChannel()).isGreaterThan(posts);
    assertThat(world.postedTwice(ACME)).isEmpty();
  }

  @Test
  void news_from_aws_is_posted_once_the_channel_is_back() {
    world.invited();
    world.slack.channels().archive(ACME);
    world.settle();
    world.aws.accept(world.handshake());
    world.deployRole();
    world.jump(Duration.ofHours(1));
    assertThat(world.cardText()).doesNotContain("Complete");
    world.slack.channels().unarchive(ACME);
    world.settle();
    world.assertIsComplete();
  }

  @Test
  void a_deleted_channel_is_reported_once_and_left_alone() {
    world.startTransfer();
    world.slack.channels().delete(ACME);
    world.settle();
    assertThat(erinsMessages()).hasSize(1).first().asString().contains("is gone");
    int looks = world.slackCalls("conversations.info");
    days(1);
    assertThat(erinsMessages()).hasSize(1);
    assertThat(world.slackCalls("conversations.info") - looks).isEqualTo(8);
  }

  @Test
  void a_channel_that_loses_another_customer_goes_on_as_before() {
    world.startTransfer();
    world.slack.workspace().put(world.slack.workspace().channel(ACME).joinedBy(People.OTTO));
    world.slack.channels().unshare(ACME, "T0OTHER");
    world.settle();
    assertThat(erinsMessages()).isEmpty();
    days(2);
    assertThat(world.reminders()).isNotEmpty();
  }

  @Test
  void a_guest_of_our_own_is_a_customer_too() {
    world.startTransfer();
    world.slack.workspace().put(world.slack.workspace().channel(ACME).joinedBy(GINA));
    world.slack.channels().unshare(ACME, ACMES);
    world.settle();
    assertThat(erinsMessages()).isEmpty();
  }

  @Test
  void an_event_that_comes_late_or_twice_does_no_harm() {
    world.startTransfer();
    world.slack.channels().archive(ACME);
    world.slack.workspace().put(world.slack.workspace().channel(ACME).unarchive());
    world.settle();
    assertThat(erinsMessages()).isEmpty();
    world.slack.channels().unarchive(ACME);
    world.slack.channels().archive(ACME);
    world.slack.channels().archive(ACME);
    world.settle();
    assertThat(erinsMessages()).hasSize(1);
    world.press(CARLA, "enter_details");
  }

  @Test
  void a_renamed_channel_needs_nothing() {
    world.startTransfer();
    StandInChannel acme = world.slack.workspace().channel(ACME);
    world
        .slack
        .workspace()
        .put(
            new StandInChannel(
                ACME,
                "another-name",
                acme.isPrivate(),
                false,
                false,
                acme.connectedTeams(),
                acme.members()));
    world.enterDetails();
    assertThat(world.cardText()).contains("1 of 3");
    assertThat(erinsMessages()).isEmpty();
  }

  private void days(int days) {
    for (int i = 0; i < days * 8; i++) {
      world.jump(Duration.ofHours(3));
    }
  }

  private void startIn(boolean isPrivate) {
    StandInChannel acme = world.slack.workspace().channel(ACME);
    world
        .slack
        .workspace()
        .put(
            new StandInChannel(
                ACME, acme.name(), isPrivate, false, false, acme.connectedTeams(), acme.members()));
    world.startTransfer();
  }
}
