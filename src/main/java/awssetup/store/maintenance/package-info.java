/**
 * Migrates, backs up, moves and checks the database. It knows {@code store} and is the only room
 * with Flyway. Start with {@link awssetup.store.maintenance.Databases}, which opens a database and
 * refuses one that this version must not work on.
 */
package awssetup.store.maintenance;
