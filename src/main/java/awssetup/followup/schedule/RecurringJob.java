package awssetup.followup.schedule;

import java.time.Duration;

/**
 * Work that concerns no single setup and is repeated, by one instance at a time.
 *
 * @param name identifies it in the database: a new name is a new job
 * @param every how long to wait after one run before the next
 */
public record RecurringJob(String name, Duration every, Runnable work) {}
