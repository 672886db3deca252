package awssetup.sandbox.aws.state;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A customer signs up with AWS and prepares the new account in one step. The result is the
 * management account of an organization with all features. The rules for the name are those of
 * https://docs.aws.amazon.com/accounts/latest/reference/API_PutAccountName.html, the rules for the
 * address those of the Organizations API model.
 */
public final class SignUp {
  private static final Pattern NAME = Pattern.compile("[ -;=?-~]{1,50}");
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?!\\.)[!#$*+\\-./0-9=?A-Z^_`a-z{}~]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

  private SignUp() {}

  /**
   * Adds the account.
   *
   * @return its ID
   * @throws IllegalArgumentException if AWS does not take the name or the address
   * @throws IllegalStateException if another AWS account has that address
   */
  public static String serve(AwsState state, String typedName, String typedEmail, Instant now) {
    String name = typedName.strip();
    String email = typedEmail.strip();
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "AWS takes 1 to 50 plain letters, digits and signs as an account name.");
    }
    boolean dotted = email.indexOf('.', email.indexOf('@')) > 0;
    if (email.length() < 6 || email.length() > 64 || !dotted || !EMAIL.matcher(email).matches()) {
      throw new IllegalArgumentException("AWS does not take this e-mail address.");
    }
    boolean taken = email.equalsIgnoreCase(AwsState.PARTNER_EMAIL);
    if (taken || state.customerWithEmail(email).isPresent()) {
      throw new IllegalStateException(
          "An AWS account with this e-mail address exists already. Use another one.");
    }
    String id = AwsIds.account();
    while (id.equals(AwsState.PARTNER_ACCOUNT) || state.customers.containsKey(id)) {
      id = AwsIds.account();
    }
    state.put(id, name, email, true, false);
    state.signedUp.put(id, now);
    return id;
  }
}
