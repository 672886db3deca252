package awssetup.sandbox.slack.world;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The state of a home workspace and those connected to it: teams, people, channels, and what has
 * been said and shown. It may be edited at any time, from any thread. The object itself is the one
 * lock, and listeners are told of a change after it is released.
 */
public final class StandInWorkspace {
  private final Team home;
  private final Member bot;
  private final Map<String, Team> teams = new LinkedHashMap<>();
  private final Map<String, Member> people = new LinkedHashMap<>();
  private final Map<String, StandInChannel> channels = new LinkedHashMap<>();
  private final Map<String, Set<String>> userGroups = new LinkedHashMap<>();
  private final Timelines timelines = new Timelines();
  private final SharedFiles files = new SharedFiles();
  private final Screens screens = new Screens();
  private final Changes changes = new Changes();

  /** A workspace without anyone but the app's bot. */
  StandInWorkspace(Team home, Member bot) {
    this.home = home;
    this.bot = bot;
    teams.put(home.id(), home);
    people.put(bot.id(), bot);
  }

  /** The workspace where the app is installed. */
  public Team home() {
    return home;
  }

  /** The app's own user. */
  public Member bot() {
    return bot;
  }

  /** Adds a workspace, or replaces the one with this id. */
  public void put(Team team) {
    edit(() -> teams.put(team.id(), team));
  }

  /** Adds a person, or replaces the one with this id. */
  public void put(Member person) {
    edit(() -> people.put(person.id(), person));
  }

  /** Adds a channel, or replaces the one with this id; its messages stay. */
  public void put(StandInChannel channel) {
    edit(() -> channels.put(channel.id(), channel));
  }

  /** Adds a user group, or replaces its members. */
  public void putUserGroup(String id, Collection<String> members) {
    edit(() -> userGroups.put(id, new LinkedHashSet<>(members)));
  }

  /** Gives a channel another id and takes its messages along. */
  public void renumberChannel(String oldId, String newId) {
    edit(
        () -> {
          StandInChannel channel = channel(oldId);
          channels.remove(oldId);
          channels.put(newId, channel.renumbered(newId));
          timelines.move(oldId, newId);
          return null;
        });
  }

  /** Removes a channel with its messages. */
  public void deleteChannel(String id) {
    edit(
        () -> {
          timelines.forget(channel(id).id());
          return channels.remove(id);
        });
  }

  /** Removes a message, as a person or a retention rule would. */
  public void deleteMessage(String channelId, String ts) {
    edit(() -> timelines.remove(channelId, ts));
  }

  /**
   * The team.
   *
   * @throws IllegalArgumentException if there is none
   */
  public synchronized Team team(String id) {
    return found(teams.get(id), "team", id);
  }

  /**
   * The person.
   *
   * @throws IllegalArgumentException if there is none
   */
  public synchronized Member person(String id) {
    return found(people.get(id), "person", id);
  }

  /**
   * The channel.
   *
   * @throws IllegalArgumentException if there is none
   */
  public synchronized StandInChannel channel(String id) {
    return found(channels.get(id), "channel", id);
  }

  /** Everyone, the bot included. */
  public synchronized List<Member> people() {
    return List.copyOf(people.values());
  }

  /** Every channel and direct message. */
  public synchronized List<StandInChannel> channels() {
    return List.copyOf(channels.values());
  }

  /**
   * The bot's direct message with this person, opened if it was not.
   *
   * @return the conversation's ID
   * @throws IllegalArgumentException if there is no such person
   */
  public String directMessage(String userId) {
    return edit(
        () -> {
          String id = "D" + person(userId).id().substring(1);
          channels.computeIfAbsent(id, fresh -> StandInChannel.direct(fresh, userId, bot.id()));
          return id;
        });
  }

  /** All messages of the channel that the API would show, replies included, oldest first. */
  public synchronized List<StandInMessage> messages(String channelId) {
    return timelines.all(channelId).stream().filter(m -> !m.ephemeral()).toList();
  }

  /** The parent and its replies, oldest first. */
  public synchronized List<StandInMessage> thread(String channelId, String ts) {
    return messages(channelId).stream()
        .filter(m -> m.ts().equals(ts) || ts.equals(m.threadTs()))
        .toList();
  }

  /** The messages that only this person sees in the channel, oldest first. */
  public synchronized List<StandInMessage> ephemerals(String channelId, String userId) {
    return timelines.all(channelId).stream().filter(m -> userId.equals(m.reader())).toList();
  }

  /** The message with this ts, ephemeral ones included. */
  public synchronized Optional<StandInMessage> message(String channelId, String ts) {
    return timelines.find(channelId, ts);
  }

  /** The files that came with a message. */
  public synchronized List<SharedFile> files(StandInMessage message) {
    return files.of(message);
  }

  /** The modals this person has open, the bottom one first. */
  public synchronized List<JsonObject> views(String userId) {
    List<JsonObject> views = new ArrayList<>();
    screens.stack(userId).forEach(modal -> views.add(modal.view().deepCopy()));
    return views;
  }

  /** The Home tab as last published to this person. */
  public synchronized Optional<JsonObject> home(String userId) {
    return screens.home(userId).map(JsonObject::deepCopy);
  }

  /** The person, if there is one. To be called under the lock, as the methods below. */
  public Optional<Member> findPerson(String id) {
    return Optional.ofNullable(people.get(id));
  }

  public Optional<StandInChannel> findChannel(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  public Optional<Set<String>> findUserGroup(String id) {
    return Optional.ofNullable(userGroups.get(id));
  }

  public boolean isHome(Member person) {
    return person.teamId().equals(home.id());
  }

  /**
   * Whether a person is external and shares no channel with the bot, which Slack calls a stranger.
   */
  public boolean isStranger(Member person) {
    return !isHome(person)
        && channels.values().stream()
            .noneMatch(c -> c.members().contains(person.id()) && c.members().contains(bot.id()));
  }

  public Timelines timelines() {
    return timelines;
  }

  public SharedFiles files() {
    return files;
  }

  public Screens screens() {
    return screens;
  }

  public Changes changes() {
    return changes;
  }

  /**
   * Makes a change under the lock, then tells the listeners unless a change around this one still
   * holds it.
   */
  public <T> T edit(Supplier<T> change) {
    T result;
    synchronized (this) {
      result = change.get();
    }
    if (!Thread.holdsLock(this)) {
      changes.announce();
    }
    return result;
  }

  private static <T> T found(T found, String what, String id) {
    if (found == null) {
      throw new IllegalArgumentException("No " + what + " " + id + " in this workspace");
    }
    return found;
  }
}
