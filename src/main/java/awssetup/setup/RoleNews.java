package awssetup.setup;

import java.time.Instant;

/** What the answers of a probe mean for a setup. */
final class RoleNews {
  private RoleNews() {}

  static Change answered(
      Setup setup, AccountId account, boolean alsoWithoutExternalId, Instant now) {
    Role before = setup.role();
    Role after = before.answered(now, alsoWithoutExternalId);
    Change change = Change.of(setup, f -> f.role = after);
    if (after.unsafeAt().isPresent()) {
      return before.unsafeAt().isPresent()
          ? change
          : change
              .happened(now, AuditEvent.Kind.ROLE_UNSAFE, account.value())
              .say(Notice.ROLE_UNSAFE);
    }
    return before.isGood()
        ? change
        : change
            .happened(now, AuditEvent.Kind.ROLE_DEPLOYED, account.value())
            .say(Notice.ROLE_DEPLOYED);
  }

  static Change silent(Setup setup, AccountId account, Instant now) {
    Role after = setup.role().silent(now);
    Change change = Change.of(setup, f -> f.role = after);
    return setup.role().deployedAt().isPresent() && after.deployedAt().isEmpty()
        ? change.happened(now, AuditEvent.Kind.ROLE_LOST, account.value()).say(Notice.ROLE_LOST)
        : change;
  }
}
