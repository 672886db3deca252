package awssetup.ports;

import awssetup.setup.Digest;
import awssetup.setup.MessageTs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The morning digests, one a day. Each is saved as begun before Slack is asked, so that one whose
 * answer was lost is looked for instead of being posted twice.
 */
public interface Digests {

  /**
   * A digest that was begun.
   *
   * @param from it reports what happened from then on
   * @param until up to then, when it was begun
   * @param settled it was posted, or there is no way to post it
   */
  record Issue(LocalDate day, Instant from, Instant until, boolean settled) {}

  /** The one of this day; empty if it was not begun. */
  Optional<Issue> find(LocalDate day);

  /**
   * Begins the digest of this day at the end of the one before it.
   *
   * @param from its start if there was no digest in the last days
   */
  Issue begin(LocalDate day, Instant from, Instant now);

  /** What it reports. */
  Digest contents(Issue issue, ZoneId zone);

  /** Slack has acknowledged it, or it was found in the channel. */
  void posted(LocalDate day, MessageTs ts);

  /** It cannot be posted. */
  void drop(LocalDate day, Instant now);
}
