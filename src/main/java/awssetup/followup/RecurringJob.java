package awssetup.followup;

import java.time.Duration;

/**
 * Something to be done every so often, by one instance at a time, that concerns no setup in
 * particular.
 */
public record RecurringJob(String name, Duration every, Runnable work) {}
