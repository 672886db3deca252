package awssetup.setup;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What an engineer saw and wanted sent.
 *
 * @param round counts the reviews of a setup from 1
 * @param account the account ID that was shown
 * @param startMonth the transfer starts on its first day, 00:00 UTC
 * @param monthMoved AWS found the reviewed month too early or too late, and we took the next one to
 *     it, once
 * @param sourceName the name of the transfer at AWS, printable ASCII
 * @param notes shown to the customer in AWS
 */
public record Review(
    int round,
    AccountId account,
    YearMonth startMonth,
    boolean monthMoved,
    String sourceName,
    Optional<String> notes,
    UserId by,
    Instant at) {

  Review startingIn(YearMonth month) {
    return new Review(round, account, month, true, sourceName, notes, by, at);
  }

  @Override
  public String toString() {
    return "Review[round=" + round + ", account=" + account + "]";
  }
}
