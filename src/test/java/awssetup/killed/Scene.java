package awssetup.killed;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A part of a journey.
 *
 * @param at when it begins, counted from the journey's start
 */
record Scene(String name, Duration at, Consumer<Stage> action) {}
