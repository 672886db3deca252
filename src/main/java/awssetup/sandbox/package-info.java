/**
 * Plays Slack, AWS and the clock on your machine, and only the app room knows it. It knows no other
 * room: the app is told by its settings where the stand-ins listen. Scenarios play people through
 * the same stand-ins. Start reading at {@link awssetup.sandbox.Sandbox}.
 */
package awssetup.sandbox;
