/**
 * Holds all that touches db-scheduler and its table.
 *
 * <p>{@link awssetup.followup.schedule.Schedule} is its face: it takes wake-ups in the transaction
 * that causes them, and runs a {@link awssetup.followup.schedule.ScheduledWork}. The rest is
 * tuning, and without any of it the loop does the same work in the end:
 *
 * <ul>
 *   <li>{@link awssetup.followup.schedule.PriorityTimes}: without it, a person who pressed a button
 *       waits behind reminders. db-scheduler's own priorities make a poll over ten thousand setups
 *       take ninety times as long on SQLite.
 *   <li>{@link awssetup.followup.schedule.BatchPolling}: without it, each thread marks its own
 *       execution in a commit of its own. With 16 connections, 86 instead of 128 submitted modals a
 *       second are answered, at 14.2 instead of 11.4 ms of CPU for each.
 *   <li>{@link awssetup.followup.schedule.RequestsFirst}: without it, follow-ups take the CPU from
 *       requests when these come in at 40 a second and more, and people wait longer for answers.
 *   <li>{@link awssetup.followup.schedule.RunningFollowUps}: without it, a process that was
 *       suspended begins its own work a second time and may post twice.
 *   <li>{@link awssetup.followup.schedule.Sweep}: without it, a setup whose follow-up is lost waits
 *       for ever. It reads a hundred setups at a time and writes only where one is lost.
 * </ul>
 *
 * <p>{@code src/docs/performance.md} says what the whole app measures, {@code src/docs/design.md}
 * what the priorities are.
 */
package awssetup.followup.schedule;
