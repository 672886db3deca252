package awssetup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.organizations.model.ConstraintViolationExceptionReason;
import software.amazon.awssdk.services.organizations.model.HandshakeConstraintViolationExceptionReason;
import software.amazon.awssdk.services.organizations.model.InvalidInputExceptionReason;

/** Every code that an invitation can be refused with has words for the people who read it. */
class RefusalSentencesTest {
  /** Codes that AWS knows but this SDK does not know yet. */
  private static final Set<String> NEWER =
      Set.of(
          "PAST_DUE_INVOICE",
          "TARGET_ACCOUNT_VALIDATION_FAILURE",
          "UNMET_BILLING_PREREQUISITE",
          "ACCOUNT_NOT_ACTIVE_FOR_TRANSFER_RESPONSIBILITY",
          "END_DATE_TOO_LATE",
          "TRANSFER_RESPONSIBILITY_UPDATE_NOT_ALLOWED");

  /** Reasons of other operations, which share the sentence of their exception. */
  private static final Set<String> SHARED =
      Set.of(
          "OU_NUMBER_LIMIT_EXCEEDED",
          "OU_DEPTH_LIMIT_EXCEEDED",
          "POLICY_NUMBER_LIMIT_EXCEEDED",
          "POLICY_CONTENT_LIMIT_EXCEEDED",
          "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
          "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
          "ACCOUNT_CANNOT_LEAVE_ORGANIZATION",
          "ACCOUNT_CANNOT_LEAVE_WITHOUT_EULA",
          "ACCOUNT_CANNOT_LEAVE_WITHOUT_PHONE_VERIFICATION",
          "ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED",
          "MASTER_ACCOUNT_ADDRESS_DOES_NOT_MATCH_MARKETPLACE",
          "MASTER_ACCOUNT_NOT_GOVCLOUD_ENABLED",
          "CREATE_ORGANIZATION_IN_BILLING_MODE_UNSUPPORTED_REGION",
          "EMAIL_VERIFICATION_CODE_EXPIRED",
          "MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED",
          "CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR",
          "CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG",
          "DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE",
          "POLICY_TYPE_ENABLED_FOR_THIS_SERVICE",
          "MASTER_ACCOUNT_MISSING_BUSINESS_LICENSE",
          "CANNOT_CLOSE_MANAGEMENT_ACCOUNT",
          "CLOSE_ACCOUNT_QUOTA_EXCEEDED",
          "CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED",
          "SERVICE_ACCESS_NOT_ENABLED",
          "CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR",
          "ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED",
          "INVALID_SYNTAX_ORGANIZATION_ARN",
          "INVALID_SYNTAX_POLICY_ID",
          "INVALID_ENUM_POLICY_TYPE",
          "IMMUTABLE_POLICY",
          "INVALID_NEXT_TOKEN",
          "MAX_LIMIT_EXCEEDED_FILTER",
          "MOVING_ACCOUNT_BETWEEN_DIFFERENT_ROOTS",
          "INVALID_FULL_NAME_TARGET",
          "UNRECOGNIZED_SERVICE_PRINCIPAL",
          "INVALID_ROLE_NAME",
          "INVALID_RESOURCE_POLICY_JSON",
          "INVALID_PRINCIPAL",
          "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY",
          "UNSUPPORTED_POLICY_TYPE_IN_RESOURCE_POLICY",
          "UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY",
          "NON_DETACHABLE_POLICY");

  private static final String PREFIX = "refusal.";
  private static final Map<String, Properties> LANGUAGES =
      Map.of("en", sentences(""), "de", sentences("_de"), "es", sentences("_es"));
  private static final Properties SENTENCES = LANGUAGES.get("en");

  private static Properties sentences(String suffix) {
    Properties all = new Properties();
    String file = "/awssetup/slack/words/words" + suffix + ".properties";
    try (InputStream in = RefusalSentencesTest.class.getResourceAsStream(file)) {
      all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Properties refusals = new Properties();
    for (String key : all.stringPropertyNames()) {
      if (key.startsWith(PREFIX)) {
        refusals.setProperty(key.substring(PREFIX.length()), all.getProperty(key));
      }
    }
    return refusals;
  }

  static Stream<String> reasons() {
    return Stream.of(
            HandshakeConstraintViolationExceptionReason.knownValues().stream(),
            ConstraintViolationExceptionReason.knownValues().stream(),
            InvalidInputExceptionReason.knownValues().stream(),
            NEWER.stream())
        .flatMap(values -> values)
        .map(Object::toString)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void each_reason_has_a_sentence_of_its_own_or_belongs_to_another_operation(String reason) {
    LANGUAGES.forEach(
        (language, sentences) ->
            assertThat(sentences.containsKey(reason))
                .as(language)
                .isNotEqualTo(SHARED.contains(reason)));
  }

  @Test
  void the_newer_reasons_are_still_unknown_to_the_sdk() {
    assertThat(HandshakeConstraintViolationExceptionReason.knownValues())
        .extracting(Object::toString)
        .doesNotContainAnyElementsOf(NEWER);
    assertThat(ConstraintViolationExceptionReason.knownValues())
        .extracting(Object::toString)
        .doesNotContainAnyElementsOf(NEWER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TooManyRequestsException",
        "ServiceException",
        "SdkClientException",
        "ConcurrentModificationException",
        "DuplicateHandshakeException",
        "AccessDeniedException",
        "AccessDenied",
        "AWSOrganizationsNotInUseException",
        "UnsupportedAPIEndpointException",
        "InvalidClientTokenId",
        "UnrecognizedClientException",
        "SignatureDoesNotMatch",
        "InvalidSignatureException",
        "HandshakeConstraintViolationException",
        "ConstraintViolationException",
        "InvalidInputException",
        "default"
      })
  void each_exception_has_a_sentence(String exception) {
    assertThat(LANGUAGES.values())
        .allSatisfy(sentences -> assertThat(sentences.getProperty(exception)).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default",
        "HandshakeConstraintViolationException",
        "ConstraintViolationException",
        "InvalidInputException"
      })
  void a_sentence_that_many_codes_share_shows_the_code_and_who_looks_into_it(String key) {
    assertThat(SENTENCES.getProperty(key)).contains("engineer of {partner}");
    assertThat(LANGUAGES.values())
        .allSatisfy(
            sentences -> assertThat(sentences.getProperty(key)).contains("{code}", "{partner}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es"})
  void each_sentence_is_whole_and_has_no_other_blanks_than_ours(String language) {
    LANGUAGES
        .get(language)
        .forEach(
            (key, value) ->
                assertThat(value.toString())
                    .as(key.toString())
                    .doesNotContain("  ")
                    .matches("[\\p{Lu}{].*[.](?: .*[.])?|.*https://\\S+")
                    .satisfies(
                        text ->
                            assertThat(text.replaceAll("\\{(partner|account|code)}", ""))
                                .doesNotContain("{", "}", "<", ">", "null")));
  }

  @Test
  void a_sentence_for_engineers_adds_to_one_for_everyone() {
    Set<String> keys = new HashSet<>(SENTENCES.stringPropertyNames());
    assertThat(keys.stream().filter(key -> key.endsWith(".engineer")))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(keys).contains(key.replace(".engineer", "")));
  }
}
