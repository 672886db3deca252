package awssetup.sandbox.slack.world;

import java.time.InstantSource;

/**
 * What the parts of the stand-in share.
 *
 * @param clock the sandbox's time, which may travel
 * @param wall the real time, for signatures and triggers alone
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

  public static final String APP_ID = "A0AWSSETUP";
  public static final String BOT_ID = "B0BOT";

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
