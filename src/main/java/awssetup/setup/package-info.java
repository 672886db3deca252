/**
 * Holds the domain in plain Java: facts, where a setup stands, intents, the plan and the reminder
 * rules.
 *
 * <p>Stored facts ({@link awssetup.setup.Setup}) say what happened and when; a rule ({@link
 * awssetup.setup.Rule}) turns them into the next facts: an {@code Intent} of a person or an {@code
 * Observation} of the follow-up. Where a setup stands is computed, never stored. It knows the JDK
 * and nothing else, and time is a parameter everywhere. Start with {@code SetupStatus}, then {@code
 * Planner}, which decides what comes next.
 */
package awssetup.setup;
