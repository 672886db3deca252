package awssetup.sandbox.slack;

import java.time.InstantSource;

/**
 * What the parts of the stand-in share.
 *
 * @param clock the sandbox's time, which may travel
 * @param wall the real time, for signatures and triggers alone
 */
record Backstage(
    Workspace workspace,
    InstantSource clock,
    InstantSource wall,
    Timestamps timestamps,
    Ids ids,
    Triggers triggers,
    Settings settings,
    Bounded<String> problems) {

  static final String APP_ID = "A0AWSSETUP";
  static final String BOT_ID = "B0BOT";

  static Backstage of(Workspace workspace, InstantSource clock, InstantSource wall) {
    Ids ids = new Ids();
    return new Backstage(
        workspace,
        clock,
        wall,
        new Timestamps(clock),
        ids,
        new Triggers(wall, ids),
        new Settings(),
        new Bounded<>(200));
  }
}
