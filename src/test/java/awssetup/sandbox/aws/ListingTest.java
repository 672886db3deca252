package awssetup.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.organizations.model.ActionType;
import software.amazon.awssdk.services.organizations.model.InvalidInputException;
import software.amazon.awssdk.services.organizations.model.ListInboundResponsibilityTransfersResponse;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransfer;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferNotFoundException;
import software.amazon.awssdk.services.organizations.model.ResponsibilityTransferType;

class ListingTest extends AwsStandInTest {

  @Test
  void all_transfers_are_listed_oldest_first_in_pages_of_twenty() {
    List<String> accounts = inviteMany(45);

    List<Integer> pageSizes = new ArrayList<>();
    assertThat(listAll(pageSizes)).isEqualTo(accounts);

    assertThat(pageSizes).containsExactly(20, 20, 5);
  }

  @Test
  void every_third_listing_begins_with_an_empty_page_and_a_token() {
    List<String> accounts = inviteMany(2);
    listAll(new ArrayList<>());
    listAll(new ArrayList<>());

    List<Integer> pageSizes = new ArrayList<>();
    assertThat(listAll(pageSizes)).isEqualTo(accounts);

    assertThat(pageSizes).containsExactly(0, 2);
  }

  @Test
  void an_empty_list_is_one_empty_page() {
    for (int i = 0; i < 3; i++) {
      ListInboundResponsibilityTransfersResponse page = inbound(null, null);
      assertThat(page.responsibilityTransfers()).isEmpty();
      assertThat(page.nextToken()).isNull();
    }
  }

  @Test
  void page_size_can_be_chosen_up_to_twenty() {
    inviteMany(3);

    assertThat(inbound(null, 2).responsibilityTransfers()).hasSize(2);
    assertThat(refusal(null, 21)).isEqualTo("MAX_VALUE_EXCEEDED");
    assertThat(refusal(null, 0)).isEqualTo("MIN_VALUE_EXCEEDED");
  }

  @Test
  void token_is_valid_for_its_own_listing_only() {
    inviteMany(3);
    String token = inbound(null, 2).nextToken();

    assertThat(inbound(token, 2).responsibilityTransfers()).hasSize(1);
    assertThat(refusal("next", null)).isEqualTo("INVALID_NEXT_TOKEN");
    assertThatThrownBy(() -> organizations.listHandshakesForOrganization(r -> r.nextToken(token)))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void one_transfer_can_be_listed_by_its_id() {
    invite(ACME);
    invite(GLOBEX);
    String id = aws.invitations().get(1).transferId();

    assertThat(
            organizations
                .listInboundResponsibilityTransfers(
                    r -> r.type(ResponsibilityTransferType.BILLING).id(id))
                .responsibilityTransfers())
        .extracting(ResponsibilityTransfer::id)
        .containsExactly(id);
    assertThatThrownBy(
            () ->
                organizations.listInboundResponsibilityTransfers(
                    r -> r.type(ResponsibilityTransferType.BILLING).id("rt-0123456789")))
        .isInstanceOf(ResponsibilityTransferNotFoundException.class);
  }

  @Test
  void handshakes_are_listed_by_the_action_they_carry() {
    String handshakeId = invite(ACME).id();

    assertThat(handshakes(ActionType.TRANSFER_RESPONSIBILITY)).containsExactly(handshakeId);
    assertThat(handshakes(ActionType.INVITE)).isEmpty();
    assertThatThrownBy(
            () ->
                organizations.listHandshakesForOrganization(
                    r ->
                        r.filter(
                            f ->
                                f.actionType(ActionType.INVITE).parentHandshakeId("h-0123456789"))))
        .isInstanceOf(InvalidInputException.class);
  }

  private List<String> handshakes(ActionType action) {
    return organizations
        .listHandshakesForOrganization(r -> r.filter(f -> f.actionType(action)))
        .handshakes()
        .stream()
        .map(handshake -> handshake.id())
        .toList();
  }

  private List<String> inviteMany(int count) {
    List<String> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String account = "%012d".formatted(700_000_000_000L + i);
      aws.addOrganization(account, "Customer " + i, "aws-" + i + "@customer.example");
      invite(account);
      accounts.add(account);
    }
    return accounts;
  }

  private List<String> listAll(List<Integer> pageSizes) {
    List<String> accounts = new ArrayList<>();
    String token = null;
    do {
      ListInboundResponsibilityTransfersResponse page = inbound(token, null);
      page.responsibilityTransfers().forEach(t -> accounts.add(t.source().managementAccountId()));
      pageSizes.add(page.responsibilityTransfers().size());
      token = page.nextToken();
    } while (token != null);
    return accounts;
  }

  private ListInboundResponsibilityTransfersResponse inbound(String token, Integer maxResults) {
    return organizations.listInboundResponsibilityTransfers(
        r -> r.type(ResponsibilityTransferType.BILLING).nextToken(token).maxResults(maxResults));
  }

  private String refusal(String token, Integer maxResults) {
    return catchThrowableOfType(InvalidInputException.class, () -> inbound(token, maxResults))
        .reasonAsString();
  }
}
