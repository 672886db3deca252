package awssetup.setup;

import java.time.Instant;
import java.util.Optional;

/**
 * Erases the people from an ended setup: names, addresses, telephone numbers, Slack ids, and free
 * texts that may name people. What happened to which account of which company, and when, stays. The
 * store erases the same from the audit trail and from earlier rounds.
 */
final class Forgetting {
  private Forgetting() {}

  static Change of(Setup setup, Instant now) {
    return Change.of(
        setup,
        f -> {
          f.forgottenAt = Optional.of(now);
          f.channelAccess = ChannelAccess.OPEN;
          f.customerContact = Optional.empty();
          f.startedBy = UserId.ERASED;
          f.details = f.details.map(Details::erased);
          f.earlierContact = Optional.empty();
          f.account = f.account.map(a -> new TargetAccount(a.id(), UserId.ERASED, a.at()));
          f.invitation = f.invitation.map(Invitation::erased);
          f.ending = f.ending.map(Ending::erased);
        });
  }
}
