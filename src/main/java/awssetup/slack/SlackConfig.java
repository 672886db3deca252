package awssetup.slack;

import awssetup.setup.ChannelId;
import awssetup.setup.Language;
import awssetup.setup.Reviewers;
import awssetup.setup.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * What the slack room has to know from outside.
 *
 * @param apiUrl base of the Web API, ends in {@code /api/}
 * @param partnerName the reseller as people read it
 * @param language of what concerns no one setup, and what a new setup starts with
 * @param minDaysToAccept days that a customer should have at least to approve an invitation
 * @param reviewers which engineers may review an account
 * @param engineersGroup user group whose members alone are engineers; empty: all full members of
 *     the workspace
 * @param opsChannel where escalations go
 */
public record SlackConfig(
    URI apiUrl,
    Secret botToken,
    String partnerName,
    Language language,
    int minDaysToAccept,
    Reviewers reviewers,
    Optional<String> engineersGroup,
    Optional<ChannelId> opsChannel) {}
