/**
 * Has the texts in three languages, helpers for Block Kit, and the ids that Slack sends back. It is
 * the innermost room of the Slack app and imports none of the others. Start reading with {@link
 * awssetup.slack.words.Words} and {@code words.properties}.
 */
package awssetup.slack.words;
