package awssetup.sandbox.aws;

import awssetup.sandbox.aws.state.Transfer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A billing transfer with the handshake that carries its invitation, as the consoles show it.
 *
 * @param accountId management account of the invited customer
 * @param name the source name that the partner gave
 * @param status AWS's word for the transfer's status at this moment
 * @param sentAt when the invitation was sent
 * @param expiresAt when the handshake expires unless answered
 * @param startsAt first moment of the transfer, a month's first at 00:00 UTC
 * @param notes the partner's note, or null
 * @param tags tags sent with the invitation or attached later
 */
public record StandInInvitation(
    String handshakeId,
    String transferId,
    String accountId,
    String name,
    String status,
    Instant sentAt,
    Instant expiresAt,
    Instant startsAt,
    String notes,
    Map<String, String> tags) {

  static StandInInvitation of(Transfer transfer, Instant now) {
    Map<String, String> tags = new LinkedHashMap<>(transfer.tagsToAttach);
    tags.putAll(transfer.tags);
    return new StandInInvitation(
        transfer.handshakeId,
        transfer.id,
        transfer.source.accountId(),
        transfer.name(),
        transfer.status(now),
        transfer.sentAt,
        transfer.expiresAt,
        transfer.startsAt,
        transfer.notes,
        tags);
  }
}
