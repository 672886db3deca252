/**
 * Turns domain values into blocks for the card, reminders, notices, the Home tab and the digest.
 *
 * <p>All wording that people read is in the bundles of {@code slack.words}; here is one class for
 * each kind of message. It may know {@code setup}, {@code ports} and {@code slack.words}, and calls
 * nothing at Slack. Start with {@code SetupCard} and {@code NoticeWords}.
 */
package awssetup.slack.messages;
