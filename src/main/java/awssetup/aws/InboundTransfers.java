package awssetup.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.model.ListInboundResponsibilityTransfersResponse;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransfer;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferType;

/**
 * Reads the list of inbound transfers to its end, since stopping early would read as "no invitation
 * found". A page may be empty and still not be the last; the SDK has no paginator for it.
 */
final class InboundTransfers {
  /** The most that AWS gives at once. */
  private static final int PAGE = 20;

  private static final String DOING = "listing inbound transfers";

  private final AwsClients clients;
  private final Pace pace;
  private final SharedReading<List<ResponsibilityTransfer>> reading =
      new SharedReading<>(this::readToTheEnd);

  InboundTransfers(AwsClients clients, Pace pace) {
    this.clients = clients;
    this.pace = pace;
  }

  /** All of them, as they are after this call; who asks at the same time shares one reading. */
  void forEach(Consumer<ResponsibilityTransfer> reader) {
    reading.get().forEach(reader);
  }

  private List<ResponsibilityTransfer> readToTheEnd() {
    List<ResponsibilityTransfer> all = new ArrayList<>();
    String token = null;
    do {
      ListInboundResponsibilityTransfersResponse page = page(token);
      all.addAll(page.responsibilityTransfers());
      if (page.nextToken() != null && page.nextToken().equals(token)) {
        throw AwsErrors.odd(DOING, "a page leads to itself");
      }
      token = page.nextToken();
    } while (token != null);
    return all;
  }

  /** The transfer that this handshake invites to. */
  Optional<String> idOf(String handshakeId) {
    List<String> ids = new ArrayList<>();
    forEach(
        transfer -> {
          if (handshakeId.equals(transfer.activeHandshakeId()) && transfer.id() != null) {
            ids.add(transfer.id());
          }
        });
    return ids.stream().findFirst();
  }

  private ListInboundResponsibilityTransfersResponse page(String token) {
    try {
      pace.next();
      return clients
          .organizations()
          .listInboundResponsibilityTransfers(
              r -> r.type(ResponsibilityTransferType.BILLING).maxResults(PAGE).nextToken(token));
    } catch (SdkException e) {
      throw AwsErrors.unavailable(DOING, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AwsErrors.odd(DOING, "interrupted");
    }
  }
}
