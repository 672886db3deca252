package awssetup.followup.schedule;

import awssetup.setup.Priority;
import java.time.Instant;
import java.util.Optional;

/**
 * How a pass over a setup ends.
 *
 * @param version the version of the setup that the pass worked with: a newer one at its end means
 *     that the setup has changed in between, and has to be looked at again
 * @param at when to look again; empty if there is never anything left to do
 * @param priority of that look: urgent while a person still waits for what this pass could not do
 */
public record NextLook(long version, Optional<Instant> at, Priority priority) {
  private static final long ANY_VERSION = -1;

  /** Looks again at this moment, even if the setup has changed. */
  public static NextLook at(Instant at, Priority priority) {
    return new NextLook(ANY_VERSION, Optional.of(at), priority);
  }

  boolean isOutdated(long currentVersion) {
    return version != ANY_VERSION && version != currentVersion;
  }
}
