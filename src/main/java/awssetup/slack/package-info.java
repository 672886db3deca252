/**
 * Shows the Slack app to the other rooms as a face of a few classes. It wires its inner rooms and
 * may know all of them; they never import it. Of the other rooms it knows {@code ports} and {@code
 * setup}. {@link awssetup.slack.SlackApp} wires it all; to follow a request, start in {@code
 * receive} or at {@code Routes} in {@code handlers}.
 */
package awssetup.slack;
