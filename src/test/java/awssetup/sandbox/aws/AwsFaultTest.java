package awssetup.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.organizations.model.DuplicateHandshakeException;
import software.amazon.awssdk.services.organizations.model.HandshakeConstraintViolationException;
import software.amazon.awssdk.services.organizations.model.OrganizationsException;
import software.amazon.awssdk.services.organizations.model.TooManyRequestsException;
import software.amazon.awssdk.services.sts.model.StsException;

class AwsFaultTest extends AwsStandInTest {
  private static final String INVITE = "InviteOrganizationToTransferResponsibility";

  @Test
  void error_is_answered_once_and_changes_nothing() {
    aws.failNext(
        INVITE,
        AwsFault.error(
            "HandshakeConstraintViolationException", "PAST_DUE_INVOICE", "Pay your invoice."));

    HandshakeConstraintViolationException refused =
        catchThrowableOfType(HandshakeConstraintViolationException.class, () -> invite(ACME));

    assertThat(refused.reasonAsString()).isEqualTo("PAST_DUE_INVOICE");
    assertThat(refused.getMessage()).contains("Pay your invoice.");
    assertThat(aws.invitations()).isEmpty();
    invite(ACME);
  }

  @ParameterizedTest
  @CsvSource({"500, ServiceException", "503, ServiceException", "429, TooManyRequestsException"})
  void status_comes_with_the_code_that_organizations_gives_it(int status, String code) {
    aws.failNext("*", AwsFault.status(status));

    OrganizationsException refused =
        catchThrowableOfType(OrganizationsException.class, organizations::describeOrganization);

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"500, InternalFailure", "503, ServiceUnavailable", "429, Throttling"})
  void status_comes_with_the_code_that_sts_gives_it(int status, String code) {
    aws.failNext("GetCallerIdentity", AwsFault.status(status));

    StsException refused = catchThrowableOfType(StsException.class, sts::getCallerIdentity);

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
  }

  @Test
  void call_with_a_lost_answer_takes_effect_once() {
    aws.failNext(INVITE, AwsFault.loseAnswer());

    assertThatThrownBy(() -> invite(ACME)).isInstanceOf(SdkClientException.class);

    assertThat(aws.invitations()).hasSize(1);
    assertThat(aws.calls())
        .as("the HTTP client does not send it again by itself")
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.status()).isZero();
              assertThat(call.error()).isEqualTo("answer lost");
            });
    assertThatThrownBy(() -> invite(ACME)).isInstanceOf(DuplicateHandshakeException.class);
  }

  @Test
  void cut_call_has_no_effect() {
    aws.failNext(INVITE, AwsFault.reset());

    assertThatThrownBy(() -> invite(ACME)).isInstanceOf(SdkClientException.class);

    assertThat(aws.invitations()).isEmpty();
    invite(ACME);
  }

  @Test
  void cut_call_on_a_used_connection_is_not_sent_again_either() {
    organizations.describeOrganization();
    aws.failNext(INVITE, AwsFault.reset());

    assertThatThrownBy(() -> invite(ACME)).isInstanceOf(SdkClientException.class);

    assertThat(aws.calls()).hasSize(2);
  }

  @Test
  void hanging_call_lasts_as_long_as_planned_and_has_no_effect() {
    aws.failNext(INVITE, AwsFault.hang(Duration.ofMillis(50)));

    assertThatThrownBy(() -> invite(ACME)).isInstanceOf(SdkClientException.class);

    assertThat(aws.invitations()).isEmpty();
    assertThat(aws.calls()).singleElement().extracting(AwsCall::error).isEqualTo("no answer");
  }

  @Test
  void closing_ends_a_hanging_call() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    aws.onChange(
        () -> {
          if (!aws.calls().isEmpty()) {
            arrived.countDown();
          }
        });
    aws.failNext(INVITE, AwsFault.hang(Duration.ofHours(1)));
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(
            () -> catchThrowableOfType(SdkClientException.class, () -> invite(ACME)));
    arrived.await();

    aws.close();

    assertThat(failure.get()).isNotNull().isNotInstanceOf(ApiCallTimeoutException.class);
  }

  @Test
  void faults_wait_for_their_operation_and_follow_one_another() {
    aws.failNext(INVITE, AwsFault.error("TooManyRequestsException", null, "Slow down").times(2));
    aws.failNext(INVITE, AwsFault.status(500));

    organizations.describeOrganization();
    assertThatThrownBy(() -> invite(ACME)).isInstanceOf(TooManyRequestsException.class);
    assertThatThrownBy(() -> invite(ACME)).isInstanceOf(TooManyRequestsException.class);
    assertThatThrownBy(() -> invite(ACME)).hasMessageContaining("500");
    invite(ACME);
  }

  @Test
  void cleared_faults_do_not_happen() {
    aws.failNext("*", AwsFault.status(503).times(5));

    aws.clearFaults();

    assertThatCode(sts::getCallerIdentity).doesNotThrowAnyException();
  }

  @Test
  void fault_that_never_happens_cannot_be_planned() {
    assertThatThrownBy(() -> AwsFault.reset().times(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AwsFault.status(404)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> aws.applyFaultChoice("earthquake"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
