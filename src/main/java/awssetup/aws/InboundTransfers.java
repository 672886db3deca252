package awssetup.aws;

import awssetup.setup.AccountId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.model.ListInboundResponsibilityTransfersResponse;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransfer;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferType;

/**
 * The list of inbound transfers. AWS offers no filter that helps: whether an account has one is
 * only certain at the end of the list. A short list is read when it is needed. A long one takes as
 * many seconds as it has pages, so only the watch reads it, and keeps which account has which
 * transfer: two short texts for each, a few megabytes for ten thousand.
 */
final class InboundTransfers {
  /** The most that AWS gives at once; a page may be empty and still not be the last. */
  private static final int PAGE = 20;

  /** A list of up to this many pages is read when it is needed. */
  private static final int PAGES_OF_A_SHORT_LIST = 5;

  private static final String DOING = "listing inbound transfers";

  private final AwsClients clients;
  private final TransferCalls calls;
  private final InstantSource clock;
  private volatile Optional<Reading> last = Optional.empty();
  private volatile boolean isLong;
  private volatile boolean isWanted;

  InboundTransfers(AwsClients clients, TransferCalls calls, InstantSource clock) {
    this.clients = clients;
    this.calls = calls;
    this.clock = clock;
  }

  /** A reading that came to the end of the list. */
  private record Reading(Instant begunAt, Map<String, List<String>> idsByAccount) {
    List<String> idsOf(AccountId account) {
      return idsByAccount.getOrDefault(account.value(), List.of());
    }
  }

  /** Reads all of it, one page a second; every page is handed on before the next is asked for. */
  void forEach(Consumer<ResponsibilityTransfer> reader) {
    Instant begunAt = clock.instant();
    isWanted = false;
    Map<String, List<String>> ids = new HashMap<>();
    String token = null;
    int pages = 0;
    do {
      ListInboundResponsibilityTransfersResponse page = pageOfRound(token);
      pages++;
      for (ResponsibilityTransfer transfer : page.responsibilityTransfers()) {
        reader.accept(transfer);
        accountOf(transfer)
            .ifPresent(a -> ids.computeIfAbsent(a, any -> new ArrayList<>(1)).add(transfer.id()));
      }
      token = following(page, token);
    } while (token != null);
    isLong = pages > PAGES_OF_A_SHORT_LIST;
    last = Optional.of(new Reading(begunAt, ids));
  }

  /** Whether a follow-up is waiting for the end of a long list. */
  boolean isWanted() {
    return isWanted;
  }

  /**
   * The ids of an account's transfers, from a reading that began at that moment or later; empty if
   * a long list has to be read first.
   */
  Optional<List<String>> idsOf(AccountId account, Instant since) {
    if (!isLong) {
      Optional<List<ResponsibilityTransfer>> all = whole();
      if (all.isPresent()) {
        return all.map(
            list ->
                list.stream()
                    .filter(t -> accountOf(t).filter(account.value()::equals).isPresent())
                    .map(ResponsibilityTransfer::id)
                    .toList());
      }
      isLong = true;
    }
    Optional<List<String>> known =
        last.filter(reading -> !reading.begunAt().isBefore(since)).map(r -> r.idsOf(account));
    isWanted |= known.isEmpty();
    return known;
  }

  /** The transfer that this handshake invites to, if the list is short. */
  Optional<String> idOf(String handshakeId) {
    return (isLong ? Optional.<List<ResponsibilityTransfer>>empty() : whole())
        .stream()
            .flatMap(List::stream)
            .filter(t -> handshakeId.equals(t.activeHandshakeId()) && t.id() != null)
            .map(ResponsibilityTransfer::id)
            .findFirst();
  }

  /** All of a short list; empty if it turns out to be long. */
  private Optional<List<ResponsibilityTransfer>> whole() {
    List<ResponsibilityTransfer> all = new ArrayList<>();
    String token = null;
    for (int pages = 0; pages < PAGES_OF_A_SHORT_LIST; pages++) {
      ListInboundResponsibilityTransfersResponse page = page(token);
      all.addAll(page.responsibilityTransfers());
      token = following(page, token);
      if (token == null) {
        return Optional.of(all);
      }
    }
    return Optional.empty();
  }

  private static String following(ListInboundResponsibilityTransfersResponse page, String token) {
    if (page.nextToken() != null && page.nextToken().equals(token)) {
      throw AwsErrors.odd(DOING, "a page leads to itself");
    }
    return page.nextToken();
  }

  /** Whose it is, if AWS says enough about it to find it again. */
  private static Optional<String> accountOf(ResponsibilityTransfer transfer) {
    return transfer.id() == null || transfer.source() == null
        ? Optional.empty()
        : AccountId.parse(transfer.source().managementAccountId()).map(AccountId::value);
  }

  private ListInboundResponsibilityTransfersResponse page(String token) {
    try {
      return calls.soon(DOING, () -> ask(token));
    } catch (SdkException e) {
      throw AwsErrors.unavailable(DOING, e);
    }
  }

  private ListInboundResponsibilityTransfersResponse pageOfRound(String token) {
    try {
      return token == null
          ? calls.steadily(DOING, () -> ask(null))
          : calls.patiently(DOING, () -> ask(token));
    } catch (SdkException e) {
      throw AwsErrors.unavailable(DOING, e);
    }
  }

  private ListInboundResponsibilityTransfersResponse ask(String token) {
    return clients
        .organizationsOnce()
        .listInboundResponsibilityTransfers(
            r -> r.type(ResponsibilityTransferType.BILLING).maxResults(PAGE).nextToken(token));
  }
}
