package awssetup.sandbox.slack.world;

/** A workspace: the home one, where the app is installed, or one connected to it. */
public record Team(String id, String name, String domain) {}
