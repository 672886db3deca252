package awssetup.slack.messages;

import awssetup.setup.ChannelId;
import awssetup.setup.MessageTs;
import java.util.Optional;

/** Links to messages that are in Slack. */
public interface MessageLinks {
  /** The address of a message; empty while the workspace's address is not known. */
  Optional<String> to(ChannelId channel, MessageTs message);
}
