/**
 * Runs the HTTP server and the operator's pages.
 *
 * <p>It knows {@code operations} and {@code ports}, but not Slack: a servlet for Slack's requests
 * is handed to it. {@link awssetup.http.HttpServer} is the place to start; {@link
 * awssetup.http.BufferedBody} keeps slow senders from taking up threads.
 */
package awssetup.http;
