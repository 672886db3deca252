/**
 * Writes setups and the audit trail as CSV. It reads through {@code ports}, and knows neither the
 * database nor who asked. Start with {@link awssetup.export.SetupsCsv}.
 */
package awssetup.export;
