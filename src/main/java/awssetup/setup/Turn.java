package awssetup.setup;

import java.time.Instant;

/**
 * An actor has had to act on a step since a moment. A new moment makes a new turn, and its
 * reminders are counted from the start.
 */
public record Turn(StepKey step, Actor actor, Instant since) {}
