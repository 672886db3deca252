package awssetup.slack.api;

import java.time.Duration;

/**
 * How far Slack's rate limits make us fall behind.
 *
 * @param messages how many setups wait to post a message
 * @param cards how many cards wait to be edited
 * @param behind how long until the last of them may be made
 */
public record Backlog(int messages, int cards, Duration behind) {}
