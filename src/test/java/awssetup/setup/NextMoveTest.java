package awssetup.setup;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.NextMove.Fix;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.organizations.model.ConstraintViolationExceptionReason;
import software.amazon.awssdk.services.organizations.model.HandshakeConstraintViolationExceptionReason;
import software.amazon.awssdk.services.organizations.model.InvalidInputExceptionReason;

class NextMoveTest {
  private static final NextMove ENGINEER = new NextMove(Actor.ENGINEER, Fix.NONE, Optional.empty());

  /** All reasons but those that simply go to an engineer. */
  private static final String ROUTED =
      """
      # code,                                               actor,    fix,           again after
      DuplicateHandshakeException,                          ENGINEER, ADOPT,         PT15M
      RESPONSIBILITY_TRANSFER_ALREADY_EXISTS,               CUSTOMER, ADOPT,
      SOURCE_AND_TARGET_CANNOT_MATCH,                       CUSTOMER, NONE,
      HANDSHAKE_RATE_LIMIT_EXCEEDED,                        ENGINEER, NONE,          PT24H
      PAYMENT_INSTRUMENT_REQUIRED,                          CUSTOMER, NONE,
      UNUSED_PREPAYMENT_BALANCE,                            CUSTOMER, NONE,
      PAST_DUE_INVOICE,                                     CUSTOMER, NONE,          PT24H
      TARGET_ACCOUNT_VALIDATION_FAILURE,                    CUSTOMER, NONE,
      ORGANIZATION_MEMBERSHIP_CHANGE_RATE_LIMIT_EXCEEDED,   NOBODY,   NONE,          PT24H
      RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION, CUSTOMER, NONE,
      ORGANIZATION_NOT_IN_ALL_FEATURES_MODE,                CUSTOMER, NONE,
      ACCOUNT_NOT_ACTIVE_FOR_TRANSFER_RESPONSIBILITY,       CUSTOMER, NONE,          PT24H
      ACCOUNT_CREATION_NOT_COMPLETE,                        CUSTOMER, NONE,          PT24H
      WAIT_PERIOD_ACTIVE,                                   NOBODY,   NONE,          PT24H
      MASTER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED,           CUSTOMER, NONE,
      MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED,           CUSTOMER, NONE,
      INVALID_PAYMENT_INSTRUMENT,                           CUSTOMER, NONE,
      MASTER_ACCOUNT_MISSING_CONTACT_INFO,                  CUSTOMER, NONE,
      TRANSFER_RESPONSIBILITY_SOURCE_DELETION_IN_PROGRESS,  CUSTOMER, NONE,
      INVALID_PATTERN_TARGET_ID,                            CUSTOMER, NONE,
      INVALID_PARTY_TYPE_TARGET,                            CUSTOMER, NONE,
      INVALID_EMAIL_ADDRESS_TARGET,                         CUSTOMER, NONE,
      TARGET_NOT_SUPPORTED,                                 CUSTOMER, NONE,
      START_DATE_TOO_EARLY,                                 ENGINEER, LATER_MONTH,
      INVALID_START_DATE,                                   ENGINEER, LATER_MONTH,
      START_DATE_TOO_LATE,                                  ENGINEER, EARLIER_MONTH,
      """;

  @ParameterizedTest
  @CsvSource(textBlock = ROUTED)
  void routes(String code, Actor actor, Fix fix, Duration again) {
    NextMove expected = new NextMove(actor, fix, Optional.ofNullable(again));

    if (code.endsWith("Exception")) {
      assertThat(NextMove.after(code, Optional.empty())).isEqualTo(expected);
    } else {
      assertThat(NextMove.after("HandshakeConstraintViolationException", Optional.of(code)))
          .isEqualTo(expected);
      assertThat(NextMove.after("ConstraintViolationException", Optional.of(code)))
          .isEqualTo(expected);
    }
  }

  static Stream<String> everythingElse() {
    Set<String> routed = ROUTED.lines().map(line -> line.split(",")[0]).collect(Collectors.toSet());
    return Stream.of(
            HandshakeConstraintViolationExceptionReason.knownValues().stream(),
            ConstraintViolationExceptionReason.knownValues().stream(),
            InvalidInputExceptionReason.knownValues().stream(),
            Stream.of(
                "UNMET_BILLING_PREREQUISITE",
                "END_DATE_TOO_LATE",
                "TRANSFER_RESPONSIBILITY_UPDATE_NOT_ALLOWED",
                "WRITTEN_IN_2031"))
        .flatMap(values -> values)
        .map(Object::toString)
        .distinct()
        .filter(code -> !routed.contains(code));
  }

  @ParameterizedTest
  @MethodSource("everythingElse")
  void everything_else_goes_to_an_engineer_and_is_not_tried_again(String code) {
    assertThat(NextMove.after("ConstraintViolationException", Optional.of(code)))
        .isEqualTo(ENGINEER);
  }

  @ParameterizedTest
  @CsvSource({
    "AccessDeniedException",
    "AWSOrganizationsNotInUseException",
    "UnsupportedAPIEndpointException",
    "InvalidInputException",
    "HandshakeConstraintViolationException",
    "ConstraintViolationException",
    "SomethingNewException"
  })
  void an_exception_without_a_reason_goes_to_an_engineer(String exception) {
    assertThat(NextMove.after(exception, Optional.empty())).isEqualTo(ENGINEER);
  }

  @Test
  void an_unknown_reason_follows_its_exception() {
    assertThat(NextMove.after("DuplicateHandshakeException", Optional.of("WRITTEN_IN_2031")).fix())
        .isEqualTo(Fix.ADOPT);
  }
}
