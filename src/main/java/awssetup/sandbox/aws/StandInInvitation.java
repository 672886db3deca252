package awssetup.sandbox.aws;

import java.time.Instant;
import java.util.Map;

/**
 * A billing transfer with the handshake that carries its invitation, as the consoles show it.
 *
 * @param accountId management account of the customer invited
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
    Map<String, String> tags) {}
