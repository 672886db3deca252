package awssetup.setup;

import java.time.Instant;

/**
 * Somebody has to act on a step, since a moment. A new moment makes a new turn: reminders start
 * counting afresh.
 */
public record Turn(StepKey step, Actor actor, Instant since) {}
