/**
 * Serves the Web API that the app calls, with faults and rate limits. It knows {@code wire}, {@code
 * blockkit} and {@code world}. Each group of methods is a class; start reading at {@link
 * awssetup.sandbox.slack.api.WebApi}.
 */
package awssetup.sandbox.slack.api;
