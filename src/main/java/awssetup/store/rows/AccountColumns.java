package awssetup.store.rows;

import awssetup.setup.AccountId;
import awssetup.setup.PreparationItem;
import awssetup.setup.TargetAccount;
import awssetup.setup.UserId;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The columns of the customer's account and of its preparation. */
final class AccountColumns {
  private AccountColumns() {}

  static Optional<TargetAccount> read(RowReader row) throws SQLException {
    return row.has("account_id") ? Optional.of(account(row)) : Optional.empty();
  }

  private static TargetAccount account(RowReader row) throws SQLException {
    return new TargetAccount(
        row.one("account_id", AccountId::new),
        row.one("account_by", UserId::new),
        row.instant("account_at"));
  }

  static Set<PreparationItem> prepared(RowReader row) throws SQLException {
    Set<PreparationItem> done = EnumSet.noneOf(PreparationItem.class);
    for (PreparationItem item : PreparationItem.values()) {
      if (row.yes("prepared_" + item.key())) {
        done.add(item);
      }
    }
    return done;
  }

  static void write(
      Optional<TargetAccount> account, Set<PreparationItem> prepared, RowWriter values) {
    values
        .put("account_id", account.map(TargetAccount::id))
        .put("account_by", account.map(TargetAccount::by))
        .put("account_at", account.map(TargetAccount::at));
    for (PreparationItem item : PreparationItem.values()) {
      values.put("prepared_" + item.key(), prepared.contains(item));
    }
  }
}
