package awssetup.setup;

import java.time.Instant;

/** The management account that is being set up, as a person reported it. */
public record TargetAccount(AccountId id, UserId by, Instant at) {}
