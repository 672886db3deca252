/**
 * Calls Slack within its rate limits and knows its people and channels. It draws nothing and reads
 * no requests. Start reading with {@link awssetup.slack.api.SlackClient}; {@link
 * awssetup.slack.api.RateLimits} says what waits for what.
 */
package awssetup.slack.api;
