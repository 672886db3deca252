/**
 * Holds what tests of several rooms share. Start reading with {@link awssetup.testkit.World}: the
 * whole app between the stand-ins, and what people do with it. {@link awssetup.testkit.SlackAsRead}
 * is what they see, {@link awssetup.testkit.RunningApp} how the app stops and time passes, {@link
 * awssetup.testkit.TestClock} its time, {@link awssetup.testkit.TestSettings} its environment and
 * {@link awssetup.testkit.People} the cast. The other classes run the app or its commands in other
 * ways, start a PostgreSQL server, or listen to the log. A helper of one room's tests stays there.
 */
package awssetup.testkit;
