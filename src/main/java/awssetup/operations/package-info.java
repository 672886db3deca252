/**
 * Tells the operator about health, readiness and metrics.
 *
 * <p>It knows {@code ports} and {@code setup}, and is the only room with Micrometer. {@link
 * awssetup.operations.Metrics} counts and times events as a {@code WorkListener}, {@link
 * awssetup.operations.Gauges} reads what is true at the moment, and {@link
 * awssetup.operations.Readiness} says what the app lacks.
 */
package awssetup.operations;
