/**
 * Takes Slack's requests over HTTP or Socket Mode and checks their signature and limits before
 * anything reads them. It knows Bolt and no setup: what a request means is the handlers' business.
 * Start reading with {@link awssetup.slack.receive.RequestVerification}, then {@link
 * awssetup.slack.receive.BoltServlet}, which hands a request to Bolt. Bolt calls the handler that
 * {@code Routes} in {@code slack.handlers} names for it.
 */
package awssetup.slack.receive;
