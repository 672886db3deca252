/**
 * Runs the loop: observe, decide, act, record, choose when to look again.
 *
 * <p>It knows {@code ports} and {@code setup}, so neither Slack nor AWS nor SQL. {@link
 * awssetup.followup.FollowUp} is one pass over one setup and the place to start; {@link
 * awssetup.followup.PlanExecutor} acts, {@link awssetup.followup.Inviter} never invites twice, and
 * {@link awssetup.followup.MessageDelivery} never posts twice. {@link
 * awssetup.followup.TransferWatch} looks at all transfers at once.
 */
package awssetup.followup;
