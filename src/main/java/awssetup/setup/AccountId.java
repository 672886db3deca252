package awssetup.setup;

import java.util.Optional;
import java.util.regex.Pattern;

/** An AWS account ID: exactly twelve ASCII digits, kept as text because leading zeros count. */
public record AccountId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{12}");
  private static final Pattern SEPARATORS = Pattern.compile("(?<=[0-9])[ -]+(?=[0-9])");

  /**
   * @throws IllegalArgumentException if the value is not twelve digits
   */
  public AccountId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an AWS account ID has exactly 12 digits");
    }
  }

  /** Reads what a person typed; spaces and dashes between groups of digits are allowed. */
  public static Optional<AccountId> parse(String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    String digits = SEPARATORS.matcher(typed.replace('\u00A0', ' ').strip()).replaceAll("");
    return FORM.matcher(digits).matches() ? Optional.of(new AccountId(digits)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
