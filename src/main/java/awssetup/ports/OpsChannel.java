package awssetup.ports;

import awssetup.setup.Digest;
import awssetup.setup.MessageTs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The channel in which engineers read about all setups. */
public interface OpsChannel {
  /** Whether a channel is set. */
  boolean isThere();

  /**
   * @throws SlackUnavailable if Slack could not be asked or its answer was lost; it may have been
   *     posted
   * @throws SlackRefused if Slack refuses it
   */
  MessageTs post(Digest digest);

  /**
   * Looks for the digest of a day among what was posted since a moment.
   *
   * @throws SlackUnavailable if Slack could not be asked
   * @throws SlackRefused if Slack does not let us look
   */
  Optional<MessageTs> find(LocalDate day, Instant since);
}
