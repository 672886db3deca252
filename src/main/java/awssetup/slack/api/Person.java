package awssetup.slack.api;

import awssetup.setup.UserId;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What Slack says about a person.
 *
 * @param home whether they are a full member of our own workspace: not from elsewhere, no guest, no
 *     bot
 * @param zone their time zone; Slack withholds it for some people
 */
public record Person(UserId id, String name, boolean home, boolean bot, Optional<ZoneId> zone) {
  @Override
  public String toString() {
    return id.toString();
  }
}
