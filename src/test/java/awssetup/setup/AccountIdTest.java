package awssetup.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "12345678901",
        "1234567890123",
        "12345678901a",
        "-123456789012",
        "123456789012-",
        "1234.5678.9012",
        "１２３４５６７８９０１２",
        "١٢٣٤٥٦٧٨٩٠١٢",
        "123456789012\n123456789012"
      })
  void is_nothing_but_twelve_ascii_digits(String typed) {
    assertThat(AccountId.parse(typed)).isEmpty();
  }

  @Test
  void does_not_exist_in_another_form() {
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountId("1234-5678-9012"));
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountId("12345678901"));
    assertThatIllegalArgumentException().isThrownBy(() -> new AccountId("123456789012\n"));
  }
}
