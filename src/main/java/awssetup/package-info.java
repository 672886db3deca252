/**
 * Takes customers of an AWS reseller through setting up their account, in Slack.
 *
 * <p>Slack handlers write down what people want; one follow-up loop makes the world match. {@link
 * awssetup.Main} picks the command. Imports run one way: command → app → rooms → ports → setup.
 *
 * <ul>
 *   <li>{@code setup} is the domain in plain Java: facts, intents, and the plan of what comes next.
 *   <li>{@code slack} turns requests into intents; {@code store} saves a setup together with the
 *       wake-up of its follow-up.
 *   <li>{@code followup} compares facts with AWS and does what is missing: {@code aws} sends and
 *       watches billing transfers, {@code slack} posts messages.
 *   <li>{@code ports} has the interfaces between them: {@code store}, {@code slack} and {@code aws}
 *       implement them and never import one another.
 *   <li>{@code app} wires everything by hand; {@code sandbox} stands in for Slack, AWS and the
 *       clock.
 * </ul>
 */
package awssetup;
