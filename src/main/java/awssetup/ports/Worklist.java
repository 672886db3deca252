package awssetup.ports;

import awssetup.setup.Actor;
import awssetup.setup.Setup;
import awssetup.setup.StepKey;
import awssetup.setup.Urgency;
import awssetup.setup.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The open setups as engineers work through them: the most urgent first, then those that have
 * waited longest. Read in pages and counted without reading the setups themselves.
 */
public interface Worklist {

  /**
   * Selects some of them.
   *
   * @param owner the engineer who started them
   */
  record Filter(Optional<Urgency> urgency, Optional<UserId> owner) {
    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty());
  }

  /**
   * Some of them, and how many there are.
   *
   * @param counts how many of this owner there are of each urgency, of all urgencies
   * @param total how many the filter selects
   */
  record Page(List<Setup> setups, Map<Urgency, Integer> counts, int total) {}

  Page page(Filter filter, int from, int atMost, Instant now);

  /** The engineers who have open setups, those with the most first. */
  List<UserId> owners();

  /** How many open setups wait at a step for an actor, and since when the first of them does. */
  record Queue(StepKey step, Actor actor, int setups, Instant oldest) {}

  /** All open setups by what they wait for; queues without setups are left out. */
  List<Queue> queues();
}
