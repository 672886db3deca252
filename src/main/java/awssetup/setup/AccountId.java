package awssetup.setup;

import java.util.Optional;
import java.util.regex.Pattern;

/** An AWS account ID: exactly twelve ASCII digits, kept as text because leading zeros count. */
public record AccountId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{12}");

  /**
   * @throws IllegalArgumentException if the value is not twelve digits
   */
  public AccountId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an AWS account ID has exactly 12 digits");
    }
  }

  /**
   * Reads what a person typed or pasted, as long as it holds one account ID; {@link
   * TypedAccountId#problem} says why it holds none.
   */
  public static Optional<AccountId> parse(String typed) {
    return Optional.ofNullable(typed).flatMap(TypedAccountId::read).map(AccountId::new);
  }

  /** In groups of four, as the AWS console shows it and people compare it: 1234-5678-9012. */
  public String grouped() {
    return value.substring(0, 4) + "-" + value.substring(4, 8) + "-" + value.substring(8);
  }

  @Override
  public String toString() {
    return value;
  }
}
