/**
 * Turns facts into rows and back, in SQLite or PostgreSQL, and is the only room with JDBI. It
 * answers {@code ports} and knows {@code setup}, and of other rooms only {@code store.rows} and
 * {@code store.commit}. Start with {@link awssetup.store.StoredSetups}, then {@code SetupChanges},
 * which saves a change with all that belongs to it; {@link awssetup.store.Database} runs the
 * transactions, and {@link awssetup.store.Dialect} has what the two databases do differently.
 */
package awssetup.store;
