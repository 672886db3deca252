/**
 * Answers commands, buttons, submitted modals and events: checks who may, finds the intent, saves
 * it and acknowledges. Everything else is left to the follow-up. It may know {@code modals}, {@code
 * messages}, {@code words} and {@code api}. Start reading with {@link
 * awssetup.slack.handlers.Action}, the table of all that can come in, and {@link
 * awssetup.slack.handlers.Routes}, which names the handler of each.
 */
package awssetup.slack.handlers;
