package awssetup.slack;

import awssetup.setup.ChannelId;
import awssetup.setup.SlackRefused;
import awssetup.setup.SlackUnavailable;
import awssetup.setup.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * What the start modal offers in a channel: the people who may be the customer's contact. Collected
 * in less than a second; whoever Slack is too slow to tell of is left out, as the contact may be
 * left empty.
 */
final class StartOffer {
  private static final Duration PATIENCE = Duration.ofMillis(600);
  private static final int PEOPLE_MOST = 100;
  private static final int LOOKED_AT_MOST = 200;

  /**
   * @param member whether the app can post here; taken for granted where Slack does not say
   */
  record Offer(boolean member, List<Person> people) {}

  private final Workspace workspace;
  private final People people;
  private final Channels channels;
  private final Background background;

  StartOffer(Workspace workspace, People people, Channels channels, Background background) {
    this.workspace = workspace;
    this.people = people;
    this.channels = channels;
    this.background = background;
  }

  Offer in(ChannelId channel) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    Optional<Future<Boolean>> member =
        background.start("asking for a channel", () -> channels.isMember(channel));
    List<UserId> ids =
        background
            .within("asking who is in a channel", left(until), () -> members(channel))
            .orElse(List.of());
    List<Future<Optional<Person>>> asked = new ArrayList<>();
    for (UserId id : ids.subList(0, Math.min(ids.size(), LOOKED_AT_MOST))) {
      background.start("asking who somebody is", () -> customer(id)).ifPresent(asked::add);
    }
    List<Person> found = new ArrayList<>();
    for (Future<Optional<Person>> person : asked) {
      Background.await(person, left(until)).flatMap(p -> p).ifPresent(found::add);
    }
    return new Offer(
        member.flatMap(m -> Background.await(m, left(until))).orElse(true),
        found.subList(0, Math.min(found.size(), PEOPLE_MOST)));
  }

  /** How people invite us: by mention, or in words while we do not know ourselves. */
  String ourName() {
    return workspace.identity().map(us -> "<@" + us.botUserId() + ">").orElse("@AWS Setup Bot");
  }

  private List<UserId> members(ChannelId channel) {
    try {
      return channels.members(channel);
    } catch (SlackRefused e) {
      return List.of();
    }
  }

  private Optional<Person> customer(UserId id) {
    try {
      Person person = people.person(id);
      return person.bot() || people.isEngineer(id) != People.Answer.NO
          ? Optional.empty()
          : Optional.of(person);
    } catch (SlackRefused | SlackUnavailable e) {
      return Optional.empty();
    }
  }

  private static Duration left(long until) {
    return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
  }
}
