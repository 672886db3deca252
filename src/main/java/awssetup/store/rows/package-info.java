/**
 * Reads and writes the rows of each table, one named method for each query. It knows JDBI and the
 * domain, and works in the transaction of its caller. Start with {@link
 * awssetup.store.rows.SetupQueries}: a row becomes a setup in {@link awssetup.store.rows.SetupRow}.
 */
package awssetup.store.rows;
