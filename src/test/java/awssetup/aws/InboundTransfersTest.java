package awssetup.aws;

import static awssetup.aws.AwsSamples.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import awssetup.ports.AwsUnavailable;
import awssetup.ports.BillingTransfers.Transfer;
import awssetup.setup.AccountId;
import awssetup.setup.Priority;
import awssetup.setup.TransferStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboundTransfersTest {
  private final List<Duration> pauses = new ArrayList<>();
  private final List<Transfer> read = new ArrayList<>();
  private ScriptedAws aws;
  private AwsClients clients;
  private Instant now = Instant.parse("2026-12-01T09:00:00Z");
  private OrganizationsTransfers transfers;

  @BeforeEach
  void start() throws IOException {
    aws = new ScriptedAws();
    clients = new AwsClients(AwsSamples.config(aws.url()));
    transfers =
        new OrganizationsTransfers(clients, () -> now, new AwsRateLimit(this::rest, () -> now));
  }

  private void rest(Duration pause) {
    pauses.add(pause);
    now = now.plus(pause);
  }

  @AfterEach
  void stop() {
    clients.close();
    aws.close();
  }

  private static String transfer(String id, String status) {
    return """
    {"Id":"%s","Type":"BILLING","Status":"%s","Name":"Acme","StartTimestamp":1798761600.0,
     "ActiveHandshakeId":"h-0000000%s",
     "Source":{"ManagementAccountId":"012345678901","ManagementAccountEmail":"root@acme.example"},
     "Target":{"ManagementAccountId":"111122223333"}}\
    """
        .formatted(id, status, id.substring(id.length() - 1));
  }

  private static String page(String next, String... transfers) {
    return "{\"ResponsibilityTransfers\":[%s]%s}"
        .formatted(
            String.join(",", transfers), next == null ? "" : ",\"NextToken\":\"" + next + "\"");
  }

  @Test
  void reads_all_pages_past_an_empty_one_a_second_apart() {
    aws.answers(page("two", transfer("rt-00000001", "REQUESTED")))
        .answers(page("three"))
        .answers(page(null, transfer("rt-00000002", "ACCEPTED")));

    transfers.forEach(read::add);

    assertThat(read)
        .containsExactly(
            new Transfer(
                "rt-00000001",
                ACME,
                TransferStatus.REQUESTED,
                "REQUESTED",
                Instant.parse("2027-01-01T00:00:00Z"),
                Optional.of("h-00000001"),
                Optional.of("Acme")),
            new Transfer(
                "rt-00000002",
                ACME,
                TransferStatus.ACCEPTED,
                "ACCEPTED",
                Instant.parse("2027-01-01T00:00:00Z"),
                Optional.of("h-00000002"),
                Optional.of("Acme")));
    assertThat(aws.asked())
        .allSatisfy(
            asked -> {
              assertThat(asked.target()).isEqualTo("ListInboundResponsibilityTransfers");
              assertThat(asked.json().get("Type").getAsString()).isEqualTo("BILLING");
              assertThat(asked.json().get("MaxResults").getAsInt()).isEqualTo(20);
            });
    assertThat(aws.asked().get(0).json().has("NextToken")).isFalse();
    assertThat(aws.asked().get(2).json().get("NextToken").getAsString()).isEqualTo("three");
    assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void a_throttled_list_continues_where_it_was_and_slower() {
    aws.answers(page("two", transfer("rt-00000001", "REQUESTED")))
        .refuses(400, "TooManyRequestsException", null)
        .refuses(400, "TooManyRequestsException", null)
        .answers(page("three", transfer("rt-00000002", "REQUESTED")))
        .answers(page(null));

    transfers.forEach(read::add);

    assertThat(read).extracting(Transfer::transferId).containsExactly("rt-00000001", "rt-00000002");
    assertThat(aws.asked().get(3).json().get("NextToken").getAsString()).isEqualTo("two");
    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 16L, 32L, 4L);
  }

  @Test
  void a_page_is_handed_on_before_the_next_one_is_asked_for() {
    aws.answers(page("two", transfer("rt-00000001", "REQUESTED"))).answers(page(null));

    transfers.forEach(transfer -> assertThat(aws.asked()).hasSize(1));
  }

  @Test
  void a_short_list_is_read_again_each_time_it_is_needed() {
    for (int i = 0; i < 2; i++) {
      aws.answers(page("two", transfer("rt-00000001", "REQUESTED")))
          .answers(page(null))
          .answers("{\"ResponsibilityTransfer\":" + transfer("rt-00000001", "REQUESTED") + "}");
    }

    for (int i = 0; i < 2; i++) {
      assertThat(transfers.of(ACME, now).orElseThrow())
          .extracting(Transfer::transferId)
          .containsExactly("rt-00000001");
    }
    assertThat(transfers.isListWanted()).isFalse();
  }

  @Test
  void a_long_list_is_left_to_the_watch() {
    Instant before = now;
    pagesThatGoOn(5);

    assertThat(transfers.of(ACME, before)).isEmpty();
    assertThat(transfers.isListWanted()).isTrue();
    assertThat(transfers.of(ACME, before)).isEmpty();
    assertThat(aws.asked()).hasSize(5);

    pagesThatGoOn(6);
    aws.answers(page(null, transfer("rt-00000001", "REQUESTED")));
    transfers.forEach(read::add);

    assertThat(transfers.isListWanted()).isFalse();
    aws.answers("{\"ResponsibilityTransfer\":" + transfer("rt-00000001", "ACCEPTED") + "}");
    assertThat(transfers.of(ACME, before).orElseThrow())
        .extracting(Transfer::status)
        .containsExactly(TransferStatus.ACCEPTED);
    assertThat(transfers.of(new AccountId("999999999999"), before).orElseThrow()).isEmpty();
  }

  @Test
  void a_long_list_that_was_read_earlier_or_not_to_its_end_says_nothing() {
    Instant before = now;
    pagesThatGoOn(6);
    aws.answers(page(null));
    transfers.forEach(read::add);
    assertThat(transfers.of(ACME, before.plusMillis(1))).isEmpty();
    assertThat(transfers.isListWanted()).isTrue();

    now = before.plusSeconds(60);
    pagesThatGoOn(6);
    aws.refuses(400, "AccessDeniedException", null);
    assertThatExceptionOfType(AwsUnavailable.class).isThrownBy(() -> transfers.forEach(read::add));
    assertThat(transfers.of(ACME, before.plusMillis(1))).isEmpty();
  }

  private void pagesThatGoOn(int pages) {
    for (int i = 0; i < pages; i++) {
      aws.answers(page("after-" + i));
    }
  }

  @Test
  void half_a_list_does_not_count() {
    aws.answers(page("two", transfer("rt-00000001", "REQUESTED")))
        .refuses(400, "AccessDeniedException", null);

    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(() -> transfers.forEach(read::add))
        .withMessage(
            "listing inbound transfers: AccessDeniedException, HTTP 400, request request-2");
  }

  @Test
  void a_page_that_leads_to_itself_causes_no_endless_loop() {
    aws.answers(page("two")).answers(page("two"));

    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(() -> transfers.forEach(read::add))
        .withMessageContaining("a page leads to itself");
  }

  @Test
  void an_interrupted_pause_ends_the_reading_and_is_passed_on() {
    OrganizationsTransfers interrupted =
        new OrganizationsTransfers(
            clients,
            () -> now,
            new AwsRateLimit(
                duration -> {
                  throw new InterruptedException();
                },
                () -> now));
    aws.answers(page("two"));

    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(() -> interrupted.forEach(read::add));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void an_unknown_status_survives_and_an_incomplete_transfer_is_skipped() {
    aws.answers(
        page(
            null,
            "{\"Id\":\"rt-00000009\",\"Type\":\"BILLING\",\"Status\":\"REQUESTED\"}",
            transfer("rt-00000001", "ON_HOLD")));

    transfers.forEach(read::add);

    assertThat(read).hasSize(1);
    assertThat(read.get(0).status()).isEqualTo(TransferStatus.UNKNOWN);
    assertThat(read.get(0).statusAtAws()).isEqualTo("ON_HOLD");
  }

  @Test
  void a_list_is_retried_after_a_fault_of_aws() {
    aws.refuses(500, "ServiceException", null)
        .answers(page(null, transfer("rt-00000001", "REQUESTED")));

    transfers.forEach(read::add);

    assertThat(read).hasSize(1);
  }

  @Test
  void finds_one_transfer() {
    aws.answers("{\"ResponsibilityTransfer\":" + transfer("rt-00000001", "WITHDRAWN") + "}");

    assertThat(transfers.find("rt-00000001", Priority.URGENT))
        .hasValueSatisfying(t -> assertThat(t.status()).isEqualTo(TransferStatus.WITHDRAWN));
    assertThat(aws.asked().get(0).json().get("Id").getAsString()).isEqualTo("rt-00000001");
  }

  @Test
  void a_transfer_that_aws_has_forgotten_is_not_found() {
    aws.refuses(400, "ResponsibilityTransferNotFoundException", null);

    assertThat(transfers.find("rt-00000001", Priority.URGENT)).isEmpty();
  }

  @Test
  void an_incomplete_transfer_is_unavailable_and_not_gone() {
    aws.answers("{\"ResponsibilityTransfer\":{\"Id\":\"rt-00000001\"}}").answers("{}");

    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(() -> transfers.find("rt-00000001", Priority.URGENT))
        .withMessageContaining("incomplete");
    assertThatExceptionOfType(AwsUnavailable.class)
        .isThrownBy(() -> transfers.find("rt-00000001", Priority.URGENT));
  }
}
