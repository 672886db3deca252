package awssetup.killed;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A part of a journey.
 *
 * @param at when it begins, as the time since the start of the journey
 */
record Scene(String name, Duration at, Consumer<Stage> action) {}
