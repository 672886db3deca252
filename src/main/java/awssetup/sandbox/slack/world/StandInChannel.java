package awssetup.sandbox.slack.world;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A conversation: a channel of the home workspace, shared or not, or the bot's direct message with
 * one person.
 *
 * @param connectedTeams IDs of the other workspaces that share it; not empty means Slack Connect
 * @param members user IDs in the order they joined
 */
public record StandInChannel(
    String id,
    String name,
    boolean isPrivate,
    boolean archived,
    boolean directMessage,
    List<String> connectedTeams,
    Set<String> members) {

  public StandInChannel {
    connectedTeams = List.copyOf(connectedTeams);
    members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
  }

  /** A public channel of the home workspace alone. */
  public static StandInChannel open(String id, String name, String... members) {
    return new StandInChannel(id, name, false, false, false, List.of(), setOf(members));
  }

  /** A private channel of the home workspace alone. */
  public static StandInChannel closed(String id, String name, String... members) {
    return new StandInChannel(id, name, true, false, false, List.of(), setOf(members));
  }

  /** A channel shared with one other workspace through Slack Connect. */
  public static StandInChannel shared(String id, String name, Team with, String... members) {
    return new StandInChannel(id, name, false, false, false, List.of(with.id()), setOf(members));
  }

  static StandInChannel direct(String id, String person, String bot) {
    return new StandInChannel(id, "", true, false, true, List.of(), setOf(person, bot));
  }

  /** The same channel with one more member. */
  public StandInChannel joinedBy(String userId) {
    Set<String> more = new LinkedHashSet<>(members);
    more.add(userId);
    return new StandInChannel(id, name, isPrivate, archived, directMessage, connectedTeams, more);
  }

  /** The same channel without that member. */
  public StandInChannel leftBy(String userId) {
    Set<String> fewer = new LinkedHashSet<>(members);
    fewer.remove(userId);
    return new StandInChannel(id, name, isPrivate, archived, directMessage, connectedTeams, fewer);
  }

  /** The same channel, archived, where nothing can be posted any more. */
  public StandInChannel archive() {
    return new StandInChannel(id, name, isPrivate, true, directMessage, connectedTeams, members);
  }

  /** The same channel, open again. */
  public StandInChannel unarchive() {
    return new StandInChannel(id, name, isPrivate, false, directMessage, connectedTeams, members);
  }

  /** The same channel, connected to these other workspaces. */
  public StandInChannel connectedTo(List<String> teams) {
    return new StandInChannel(id, name, isPrivate, archived, directMessage, teams, members);
  }

  /** The same channel under another id, as Slack does when a private channel is first shared. */
  public StandInChannel renumbered(String newId) {
    return new StandInChannel(
        newId, name, isPrivate, archived, directMessage, connectedTeams, members);
  }

  public boolean isShared() {
    return !connectedTeams.isEmpty();
  }

  private static Set<String> setOf(String... ids) {
    return new LinkedHashSet<>(List.of(ids));
  }
}
