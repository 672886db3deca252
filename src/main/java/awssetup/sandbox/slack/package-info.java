/**
 * Plays Slack: the Web API and the people of a workspace. {@link
 * awssetup.sandbox.slack.SlackStandIn} is its face. Inside, imports run people → api → wire →
 * world; {@code blockkit} stands below api and wire and knows none of them.
 */
package awssetup.sandbox.slack;
