package awssetup.sandbox.slack.world;

/**
 * A command that the app has registered, as the composer offers it to people of the home workspace.
 */
public record SlashCommand(String command, String description, String usageHint) {}
