/**
 * Holds what tests of several rooms share. {@link awssetup.testkit.World} is the whole app between
 * the stand-ins, {@link awssetup.testkit.TestClock} its time, {@link awssetup.testkit.TestSettings}
 * its environment and {@link awssetup.testkit.People} everyone who uses it; the other classes run
 * the app in a process of its own, its commands, a real PostgreSQL, or listen to the log. What the
 * tests of one room alone need stays in that room. Start reading with World.
 */
package awssetup.testkit;
