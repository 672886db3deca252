package awssetup.slack;

import awssetup.setup.Haste;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import java.util.Optional;

/**
 * What the follow-up wants of Slack: a call that can wait for its turn.
 *
 * @param who keeps the place in the queue
 * @param place a channel or a person, for the method that is granted by place
 */
record Errand(String method, Optional<String> place, Object who, Haste haste) {

  static Errand post(String place, SetupId setup, Haste haste) {
    return new Errand("chat.postMessage", Optional.of(place), setup, haste);
  }

  static Errand edit(SetupId setup, Haste haste) {
    return new Errand("chat.update", Optional.empty(), setup, haste);
  }

  static Errand search(SetupId setup, Haste haste) {
    return new Errand("conversations.replies", Optional.empty(), setup, haste);
  }

  Errand by(String otherMethod) {
    return new Errand(otherMethod, place, who, haste);
  }

  static Errand lookAtChannel(SetupId setup, Haste haste) {
    return new Errand("conversations.info", Optional.empty(), setup, haste);
  }

  static Errand lookUp(UserId user, Haste haste) {
    return new Errand("users.info", Optional.empty(), user, haste);
  }
}
