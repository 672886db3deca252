/**
 * Has one class for each word of the command line: serve, sandbox, doctor, export, backup, move and
 * rehearse.
 *
 * <p>A command reads its options, calls {@code app} or a room, and prints for an operator. It knows
 * neither Slack nor AWS. The only room with picocli; {@link awssetup.command.ServeCommand} is the
 * command to read first.
 */
package awssetup.command;
