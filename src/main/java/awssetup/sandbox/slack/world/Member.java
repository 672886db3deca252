package awssetup.sandbox.slack.world;

import java.util.Locale;

/**
 * A member of a workspace, as the picture keeps them.
 *
 * @param name the user name, for example {@code erin}
 * @param realName what people see
 * @param timeZone an IANA zone id; told to the app for home people only, as Slack withholds an
 *     external person's
 * @param color a CSS color
 */
public record Member(
    String id,
    String teamId,
    String name,
    String realName,
    String timeZone,
    Kind kind,
    String color,
    boolean singleChannelGuest,
    boolean deleted) {

  /** What a person is to the home workspace. */
  public enum Kind {
    /** A full member of the home workspace. */
    ENGINEER,
    /** A member of a connected workspace. */
    CUSTOMER,
    /** A guest of the home workspace: same team id as an engineer, fewer rights. */
    GUEST,
    /** A member of another connected workspace, who has no business with the setups elsewhere. */
    OUTSIDER,
    /** The app's own bot user. */
    BOT
  }

  /** A person in good standing. */
  public static Member of(
      String id, Team team, String realName, String timeZone, Kind kind, String color) {
    String name = realName.split(" ")[0].toLowerCase(Locale.ROOT);
    return new Member(id, team.id(), name, realName, timeZone, kind, color, false, false);
  }

  /** The same person, deactivated. */
  public Member deactivated() {
    return new Member(id, teamId, name, realName, timeZone, kind, color, singleChannelGuest, true);
  }

  public boolean isBot() {
    return kind == Kind.BOT;
  }

  public boolean isGuest() {
    return kind == Kind.GUEST;
  }
}
