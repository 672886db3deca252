package awssetup.ports;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the follow-up loop is doing, over all instances that share a database. Only the outages are
 * those of this instance.
 *
 * @param running whether this instance looks for due work
 * @param overdue for how long the oldest due work has been waiting
 * @param sinceWatch how long ago AWS was last watched; empty if never
 * @param outages the services that do not answer, and for how long
 */
public record LoopHealth(
    boolean running,
    Duration overdue,
    Optional<Duration> sinceWatch,
    Map<WorkListener.Service, Duration> outages) {}
