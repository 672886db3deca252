package awssetup.slack;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be said of an e-mail address without writing to it. A root user's address is judged by
 * AWS's own rules, which are narrower than those of e-mail: ASCII only, 6 to 64 characters.
 * https://docs.aws.amazon.com/accounts/latest/reference/API_StartPrimaryEmailUpdate.html (the upper
 * end), and the Organizations API model (the rest)
 */
final class Emails {
  private static final String LABEL =
      "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";
  private static final Pattern PLAUSIBLE =
      Pattern.compile(
          "(?=.{6,254}$)(?!\\.)[^\\s\\p{Z}\\p{C}@<>()\\[\\],;:\"\\\\]{1,64}(?<!\\.)@(?:"
              + LABEL
              + "\\.)+(?=[^.]*\\p{L})"
              + LABEL);

  private static final Pattern ONE_AT = Pattern.compile("[^@]+@[^@]+");
  private static final Pattern ASCII = Pattern.compile("[ -~]*");

  /** No leading dot in front of the @; behind it letters, digits, hyphens and at least one dot. */
  private static final Pattern ROOT =
      Pattern.compile(
          "(?!\\.)[!#$*+\\-./0-9=?A-Z^_`a-z{}~]+@"
              + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+(?=[0-9-]*[A-Za-z])"
              + "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?");

  private static final int ROOT_LEAST = 6;
  private static final int ROOT_MOST = 64;

  private Emails() {}

  static boolean isPlausible(String email) {
    return PLAUSIBLE.matcher(email).matches() && !email.contains("..");
  }

  /**
   * Why AWS would not take it as the address of a root user; empty if nothing speaks against it.
   */
  static Optional<String> whyNotRoot(String email) {
    if (!ONE_AT.matcher(email).matches()) {
      return Optional.of(
          "This does not look like an e-mail address. It needs the form name@company.com.");
    }
    String domain = email.substring(email.indexOf('@') + 1);
    if (!ASCII.matcher(domain).matches()) {
      return Optional.of(
          "AWS takes plain letters only, so write the domain in its plain form"
              + plainForm(domain).map(plain -> ": " + plain).orElse(", which begins with xn--")
              + ".");
    }
    int length = email.codePointCount(0, email.length());
    if (length > ROOT_MOST) {
      return Optional.of(
          "AWS takes at most "
              + ROOT_MOST
              + " characters here, and this address has "
              + length
              + ". Please use a shorter alias.");
    }
    if (length < ROOT_LEAST || !ROOT.matcher(email).matches()) {
      return Optional.of(
          "AWS does not take this address. It needs the form name@company.com, in plain letters, digits and"
              + " signs: no spaces, no accents, none of \" ' ( ) < > [ ] : ; , \\ | % & and no dot at the start.");
    }
    return Optional.empty();
  }

  private static Optional<String> plainForm(String domain) {
    try {
      return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
