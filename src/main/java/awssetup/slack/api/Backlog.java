package awssetup.slack.api;

import java.time.Duration;

/**
 * How far Slack's budgets let us fall behind.
 *
 * @param messages how many setups wait to post something
 * @param cards how many cards wait to be edited
 * @param behind until the last of them has its turn
 */
public record Backlog(int messages, int cards, Duration behind) {
  boolean isEmpty() {
    return messages == 0 && cards == 0;
  }
}
