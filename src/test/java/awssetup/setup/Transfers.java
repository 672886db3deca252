package awssetup.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The transfers at an AWS made of values, and what happens to them without the bot. */
final class Transfers {
  private final List<Transfer> all = new ArrayList<>();

  /** A transfer as AWS has it. */
  static final class Transfer {
    final String id;
    final AccountId account;
    final Instant startsAt;
    final Instant expiresAt;
    TransferStatus status = TransferStatus.REQUESTED;

    private Transfer(String id, Invitation invitation, Instant now) {
      this.id = id;
      this.account = invitation.account();
      this.startsAt = invitation.startsAt();
      this.expiresAt = now.plus(Duration.ofDays(15));
    }

    boolean isOpen() {
      return status == TransferStatus.REQUESTED;
    }

    boolean isInTime(Instant now) {
      return now.isBefore(Deadlines.of(startsAt, Optional.of(expiresAt)));
    }

    void cancel() {
      status = isOpen() ? TransferStatus.CANCELED : status;
    }
  }

  List<Transfer> all() {
    return all;
  }

  Transfer invite(Invitation invitation, Instant now) {
    Transfer sent = new Transfer("rt-" + all.size(), invitation, now);
    all.add(sent);
    return sent;
  }

  Optional<Transfer> find(String id) {
    return all.stream().filter(t -> t.id.equals(id)).findFirst();
  }

  /** Finds a transfer to use, as the follow-up does; one that starts too late is cancelled. */
  Optional<Transfer> usable(AccountId account, Instant now) {
    all.stream()
        .filter(t -> t.account.equals(account) && !t.isInTime(now))
        .forEach(Transfer::cancel);
    return live(account);
  }

  Optional<Transfer> live(AccountId account) {
    return all.stream()
        .filter(t -> t.account.equals(account))
        .filter(t -> t.isOpen() || t.status == TransferStatus.ACCEPTED)
        .findFirst();
  }

  List<String> open() {
    return all.stream().filter(Transfer::isOpen).map(t -> t.id + " for " + t.account).toList();
  }

  void expire(Instant now) {
    all.stream()
        .filter(t -> t.isOpen() && !now.isBefore(t.expiresAt))
        .forEach(t -> t.status = TransferStatus.EXPIRED);
  }

  /** A person accepts, declines or withdraws, or does nothing. */
  void customerActs(Random random, Instant now) {
    for (Transfer t : all) {
      if (t.isOpen() && random.nextBoolean()) {
        t.status =
            t.isInTime(now) && random.nextInt(3) > 0
                ? TransferStatus.ACCEPTED
                : TransferStatus.DECLINED;
      } else if (t.status == TransferStatus.ACCEPTED && random.nextInt(4) == 0) {
        t.status = TransferStatus.WITHDRAWN;
      }
    }
  }
}
