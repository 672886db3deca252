package awssetup.followup.schedule;

import java.util.function.Supplier;

/** Runs work in a transaction, which may share its commit with other work. */
public interface SharedTransaction {
  <T> T inTransaction(Supplier<T> work);
}
