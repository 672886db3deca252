/**
 * Plays what people do in Slack, and sends the app the requests that follow. It may know all other
 * rooms of {@code slack}. Start reading at {@link awssetup.sandbox.slack.people.Presses}, then
 * {@link awssetup.sandbox.slack.people.AppCalls}.
 */
package awssetup.sandbox.slack.people;
