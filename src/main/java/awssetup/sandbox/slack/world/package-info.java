/**
 * Keeps the state of the workspaces: people, channels, messages and what each person has on screen.
 * It knows no other room. Start reading at {@link awssetup.sandbox.slack.world.StandInWorkspace},
 * whose lock guards the rest.
 */
package awssetup.sandbox.slack.world;
