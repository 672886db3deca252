/**
 * Writes the log, for people or for machines. It is the only room with Logback, and the other rooms
 * log through SLF4J; of them it knows only the ids of {@code setup} and how {@code store}
 * recognises an outage. Start with {@link awssetup.logging.LogSetup}.
 */
package awssetup.logging;
