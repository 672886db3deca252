/**
 * Draws the forms and reads what was typed into them. Each modal has a {@code view} and a {@code
 * read}, and knows {@code words} but nothing of Slack's people or of requests. Start reading with
 * {@link awssetup.slack.modals.TransferDetailsModal} and {@link awssetup.slack.modals.Form}.
 */
package awssetup.slack.modals;
