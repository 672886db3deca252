package awssetup.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccountIdTest {

  @ParameterizedTest(name = "\"{0}\" means {1}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "123456789012,123456789012",
        "000000000012,000000000012",
        "1234-5678-9012,123456789012",
        "1234 5678 9012,123456789012",
        "1234\u00a05678\u00a09012,123456789012",
        "123 - 456 - 789 - 012,123456789012",
        "  123456789012\t,123456789012"
      })
  void allows_spaces_and_dashes_between_groups(String typed, String meant) {
    assertThat(AccountId.parse(typed)).contains(new AccountId(meant));
  }

  static Stream<Arguments> pasted() {
    return Stream.of(
            "1234‐5678‐9012",
            "1234‑5678‑9012",
            "1234‒5678‒9012",
            "1234–5678–9012",
            "1234—5678—9012",
            "1234―5678―9012",
            "1234−5678−9012",
            "1234－5678－9012",
            "1234ー5678ー9012",
            "1234\u20095678\u20099012",
            "1234\u202F5678\u202F9012",
            "1234\u30005678\u30009012",
            "\u00A0123456789012\u00A0",
            "1234\u200B5678\u00AD9012\uFEFF",
            "１２３４５６７８９０１２",
            "１２３４－５６７８－９０１２",
            "١٢٣٤٥٦٧٨٩٠١٢",
            "१२३४ ५६७८ ९०१२",
            "Our management account is 1234-5678-9012, thanks!",
            "Account 3 - 1234-5678-9012",
            "123456789012 (2 users)",
            "アカウント123456789012です",
            "12 34 56 78 90 12",
            "-123456789012",
            "123456789012.",
            "123456789012-",
            "ID: 123456789012",
            "\"123456789012\"",
            "'123456789012",
            "=\"123456789012\"",
            "123456789012\n1234-5678-9012",
            "123456789012, formerly 12345678901",
            "acme (123456789012)",
            "arn:aws:iam::123456789012:root",
            "arn:aws:organizations::123456789012:account/o-abc123def4/123456789012",
            "https://123456789012.signin.aws.amazon.com/console",
            "<https://123456789012.signin.aws.amazon.com/console|123456789012.signin.aws.amazon.com>")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("pasted")
  void is_read_from_what_people_paste(String typed) {
    assertThat(AccountId.parse(typed)).contains(new AccountId("123456789012"));
  }

  @Test
  void is_grouped_as_the_console_shows_it() {
    assertThat(new AccountId("012345678901").grouped()).isEqualTo("0123-4567-8901");
  }

  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "'';ODD",
        "' ';ODD",
        "Acme;ODD",
        "1234567890123;ODD",
        "1234-5678-9012-3456;ODD",
        "1234 5678 9012 3456;ODD",
        "4111-123456789012;ODD",
        "12345678901a;ODD",
        "a123456789012;ODD",
        "o-123456789012ab;ODD",
        "1234.5678.9012;ODD",
        "+49 30 12345678;ODD",
        "+49 1234 56789012;ODD",
        "1234 5678 9012 345a;ODD",
        "+493012345678;ODD",
        "+49-3012345678;ODD",
        "01234567890;ODD",
        "1234567890;ODD",
        "12345678901;LOST_ZERO",
        "１２３４５６７８９０１;LOST_ZERO",
        "123 4567 8901;LOST_ZERO",
        "arn:aws:iam::12345678901:root;LOST_ZERO",
        "1.2E+11;SHORTENED",
        "1,23457E+11;SHORTENED",
        "1.23457e11;SHORTENED",
        "9.87654E+10;SHORTENED",
        "123456789012 / 123456789013;SEVERAL",
        "1234-5678-9012 or 1234 5678 9013;SEVERAL",
        "arn:aws:iam::123456789012:role/x for 123456789013;SEVERAL"
      })
  void is_read_from_nothing_else_and_says_why(String typed, TypedAccountId.Problem problem) {
    assertThat(AccountId.parse(typed)).isEmpty();
    assertThat(TypedAccountId.problem(typed)).isEqualTo(problem);
  }

  @Test
  void is_not_read_from_nothing() {
    assertThat(AccountId.parse(null)).isEmpty();
  }

  @Test
  void does_not_exist_in_another_form() {
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountId("1234-5678-9012"));
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountId("12345678901"));
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountId("123456789012\n"));
  }
}
