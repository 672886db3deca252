package awssetup.sandbox.slack.world;

import java.time.InstantSource;

/**
 * What the parts of the stand-in share.
 *
 * @param clock the sandbox's time, which can be moved on
 * @param wall the real time, for signatures and triggers alone
 * @param problems the app's mistakes that Slack accepts and people suffer from
 */
public record StandInContext(
    StandInWorkspace workspace,
    InstantSource clock,
    InstantSource wall,
    Timestamps timestamps,
    SlackIds ids,
    Triggers triggers,
    StandInSettings settings,
    BoundedList<String> problems) {

  /** The ID under which the app is installed. */
  public static final String APP_ID = "A0AWSSETUP";

  /** The ID of the app's bot, which is not its user ID. */
  public static final String BOT_ID = "B0BOT";

  /** A new context around a workspace. */
  public static StandInContext of(
      StandInWorkspace workspace, InstantSource clock, InstantSource wall) {
    SlackIds ids = new SlackIds();
    return new StandInContext(
        workspace,
        clock,
        wall,
        new Timestamps(clock),
        ids,
        new Triggers(wall, ids),
        new StandInSettings(),
        new BoundedList<>(200));
  }
}
