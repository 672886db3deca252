package awssetup.followup;

import awssetup.ports.Digests;
import awssetup.ports.Digests.Issue;
import awssetup.ports.OpsChannel;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.setup.MessageTs;
import awssetup.setup.Morning;
import awssetup.setup.ReminderRules;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the day's digest for the engineers. It runs every minute, and has work to do on the morning
 * of a working day until that day's digest is in the channel. It may stop at any line.
 */
public final class MorningDigest {
  private static final Logger LOG = LoggerFactory.getLogger(MorningDigest.class);

  private final Digests digests;
  private final OpsChannel channel;
  private final ReminderRules rules;
  private final InstantSource clock;

  public MorningDigest(
      Digests digests, OpsChannel channel, ReminderRules rules, InstantSource clock) {
    this.digests = digests;
    this.channel = channel;
    this.rules = rules;
    this.clock = clock;
  }

  /** Posts the digest if it is time for one that is not in the channel yet. */
  public void run() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<Morning> morning = Morning.at(now, rules);
    if (morning.isEmpty() || !channel.isThere()) {
      return;
    }
    Optional<Issue> begun = digests.find(morning.get().day());
    if (begun.filter(Issue::settled).isPresent()) {
      return;
    }
    try {
      MessageTs ts =
          begun
              .flatMap(issue -> channel.find(issue.day(), issue.until()))
              .orElseGet(() -> post(begun, morning.get(), now));
      digests.posted(morning.get().day(), ts);
      LOG.info("the digest of {} stands in the operations channel", morning.get().day());
    } catch (SlackUnavailable e) {
      LOG.info("the digest of {} is tried again: {}", morning.get().day(), e.getMessage());
    } catch (SlackRefused e) {
      LOG.warn("Slack refuses the digest of {}: {}", morning.get().day(), e.getMessage());
      digests.drop(morning.get().day(), now);
    }
  }

  private MessageTs post(Optional<Issue> begun, Morning morning, Instant now) {
    Issue issue = begun.orElseGet(() -> digests.begin(morning.day(), morning.previous(rules), now));
    return channel.post(digests.contents(issue, rules.defaultZone()));
  }
}
