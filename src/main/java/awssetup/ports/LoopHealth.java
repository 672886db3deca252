package awssetup.ports;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the follow-up loop is doing, over all instances that share a database but for the outages,
 * which are this one's.
 *
 * @param running whether this instance looks for due work
 * @param overdue how long the work that waits longest has been due
 * @param sinceWatch how long ago AWS was last watched; empty: never
 * @param outages who does not answer, and for how long
 */
public record LoopHealth(
    boolean running,
    Duration overdue,
    Optional<Duration> sinceWatch,
    Map<WorkListener.Service, Duration> outages) {}
