package awssetup.followup.schedule;

import java.util.function.Supplier;

/** Runs work in a transaction that it may share with others. */
public interface SharedTransaction {
  <T> T inTransaction(Supplier<T> work);
}
