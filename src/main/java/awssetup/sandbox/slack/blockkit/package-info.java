/**
 * Holds Slack's rules for blocks and views. It knows JSON only. Start reading at {@link
 * awssetup.sandbox.slack.blockkit.BlockKit}; the tables are in the classes named Rules.
 */
package awssetup.sandbox.slack.blockkit;
