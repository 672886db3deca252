/**
 * Reads and writes what Slack and the app send each other. It knows {@code blockkit} and {@code
 * world}, and changes no state. Start reading at {@link awssetup.sandbox.slack.wire.Payloads} for
 * what the app gets, and at {@link awssetup.sandbox.slack.wire.Draft} for what it sends.
 */
package awssetup.sandbox.slack.wire;
