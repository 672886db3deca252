package awssetup.slack.handlers;

import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.setup.ChannelId;
import awssetup.setup.UserId;
import awssetup.slack.api.Background;
import awssetup.slack.api.Channels;
import awssetup.slack.api.HomeWorkspace;
import awssetup.slack.api.People;
import awssetup.slack.api.Person;
import awssetup.slack.api.SlackCalls;
import awssetup.slack.modals.StartSetupModal.ContactChoice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What the start modal offers in a channel: the people who may be the customer's contact. It waits
 * a second for Slack; people that Slack names later are added to the open modal.
 */
public final class StartOffer {
  private static final Duration PATIENCE = Duration.ofMillis(1000);
  private static final int PEOPLE_MOST = 100;
  private static final int LOOKED_AT_MOST = 200;

  /**
   * What to offer.
   *
   * @param member whether the app can post here; true if Slack does not say in time
   * @param contacts the people who are known by now
   * @param allContacts the people who will be known when Slack has answered
   */
  record Offer(
      boolean member,
      List<ContactChoice> contacts,
      CompletableFuture<List<ContactChoice>> allContacts) {}

  private final HomeWorkspace workspace;
  private final People people;
  private final Channels channels;
  private final Background background;

  public StartOffer(SlackCalls slack, Background background) {
    this.workspace = slack.workspace();
    this.people = slack.people();
    this.channels = slack.channels();
    this.background = background;
  }

  Offer in(ChannelId channel) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    CompletableFuture<Boolean> member =
        background.start("asking for a channel", () -> channels.isMember(channel));
    CompletableFuture<List<ContactChoice>> all =
        background
            .start("asking who is in a channel", () -> members(channel))
            .thenCompose(this::customers);
    List<ContactChoice> known = Background.await(all, left(until)).orElse(List.of());
    return new Offer(Background.await(member, left(until)).orElse(true), known, all);
  }

  /** Whether the app can post in a channel; true if Slack does not say in time. */
  boolean isMember(ChannelId channel) {
    return background
        .within("asking for a channel", PATIENCE, () -> channels.isMember(channel))
        .orElse(true);
  }

  /** How people invite us: by mention, or by name until Slack has told us who we are. */
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

  private CompletableFuture<List<ContactChoice>> customers(List<UserId> ids) {
    List<CompletableFuture<Optional<ContactChoice>>> asked =
        ids.stream()
            .limit(LOOKED_AT_MOST)
            .map(id -> background.start("asking who a person is", () -> customer(id)))
            .toList();
    return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
        .handle(
            (done, failure) ->
                asked.stream()
                    .filter(one -> !one.isCompletedExceptionally())
                    .flatMap(one -> one.join().stream())
                    .limit(PEOPLE_MOST)
                    .toList());
  }

  private Optional<ContactChoice> customer(UserId id) {
    try {
      Person person = people.person(id);
      return person.bot() || people.isEngineer(id) != People.Answer.NO
          ? Optional.empty()
          : Optional.of(new ContactChoice(person.id(), person.name()));
    } catch (SlackRefused | SlackUnavailable e) {
      return Optional.empty();
    }
  }

  private static Duration left(long until) {
    return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
  }
}
