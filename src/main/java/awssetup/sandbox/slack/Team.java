package awssetup.sandbox.slack;

/** A workspace: the home one, where the app is installed, or one connected to it. */
public record Team(String id, String name, String domain) {}
