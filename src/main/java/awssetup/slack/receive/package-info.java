/**
 * Takes Slack's requests over HTTP or Socket Mode and checks their signature and limits before
 * anything reads them. It knows Bolt and no setup: what a request means is the handlers' business.
 * Start reading with {@link awssetup.slack.receive.RequestVerification}.
 */
package awssetup.slack.receive;
