package awssetup.slack.api;

import awssetup.ports.WorkListener;
import awssetup.setup.Secret;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Everything that calls Slack, under one set of rate limits.
 *
 * @param quick for calls that a person waits for
 * @param patient for messages and files
 */
public record SlackCalls(
    RateLimits rateLimits,
    SlackClient quick,
    SlackClient patient,
    HomeWorkspace workspace,
    People people,
    Channels channels) {

  /**
   * Puts them together; nothing is asked of Slack yet.
   *
   * @param apiUrl base of the Web API, ends in {@code /api/}
   * @param engineersGroup see {@link People}
   * @param workListener is told about every call
   */
  public static SlackCalls of(
      URI apiUrl,
      Secret botToken,
      Optional<String> engineersGroup,
      WorkListener workListener,
      InstantSource clock) {
    RateLimits limits = new RateLimits(clock);
    SlackClient quick = new SlackClient(SlackClient.quick(apiUrl), botToken, limits, workListener);
    SlackClient patient =
        new SlackClient(SlackClient.patient(apiUrl), botToken, limits, workListener);
    HomeWorkspace workspace = new HomeWorkspace(quick);
    return new SlackCalls(
        limits,
        quick,
        patient,
        workspace,
        new People(quick, workspace, engineersGroup, clock),
        new Channels(quick, workspace, clock));
  }
}
