package awssetup.slack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What can be said of an e-mail address without writing to it. AWS's own rules for root addresses:
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html (member
 * Email)
 */
final class Emails {
  private static final Pattern PLAUSIBLE =
      Pattern.compile(
          "(?=.{3,254}$)[^\\s@<>()\\[\\],;:\"\\\\]{1,64}@[^\\s@<>()\\[\\],;:\"\\\\]+\\.[^\\s@.<>]{2,63}");
  private static final Pattern ROOT =
      Pattern.compile(
          "(?!\\.)[!#$*+\\-./0-9=?A-Z^_`a-z{}~]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\\.[A-Za-z0-9-]*[A-Za-z0-9]");
  private static final int ROOT_LEAST = 6;
  private static final int ROOT_MOST = 64;

  private static final Pattern TWO_NAMES = Pattern.compile("([a-z]{2,})[._-]([a-z]{2,})[0-9]{0,4}");
  private static final Pattern INITIAL_AND_NAME = Pattern.compile("[a-z][._-][a-z]{2,}[0-9]{0,4}");

  /** Words that make a local part the name of a job or a group rather than of a person. */
  private static final Pattern ROLE_WORD =
      Pattern.compile(
          "(?:.*(?:aws|root|admin|cloud|billing|account|finance|invoice|support|service|system|office|"
              + "contact|master|alias|group|security|infra|devops|platform|amazon|owner|payer|vendor|"
              + "procure|hosting|company|corp|noreply).*)|it|ops|dev|sre|info|team|teams|hello|mail|list|dl|"
              + "prod|test|stage|staging|main|sales|help|desk|helpdesk|ict|edv|web|data|tech|eng|org|dept|hq");

  private static final Set<String> PUBLIC_PROVIDERS = publicProviders();

  private Emails() {}

  static boolean isPlausible(String email) {
    return PLAUSIBLE.matcher(email).matches() && !email.contains("..");
  }

  /** Whether AWS would take it as the address of a root user. */
  static boolean isPossibleRoot(String email) {
    return email.length() >= ROOT_LEAST
        && email.length() <= ROOT_MOST
        && ROOT.matcher(email).matches()
        && !email.contains("..");
  }

  /** Why this should rather be a corporate alias; empty if nothing speaks against it. */
  static Optional<String> aliasDoubt(String email) {
    String lower = email.toLowerCase(Locale.ROOT);
    String domain = lower.substring(lower.indexOf('@') + 1);
    String local = lower.substring(0, lower.indexOf('@')).replaceFirst("\\+.*", "");
    if (PUBLIC_PROVIDERS.contains(domain)) {
      return Optional.of(
          "This is a public mail provider. Please use an alias of your company, such as aws-root@…, so that"
              + " the company keeps the account whoever leaves. Submit again to use it all the same.");
    }
    if (looksPersonal(local)) {
      return Optional.of(
          "This looks like one person's address. Please use an alias of your company, such as aws-root@…, so"
              + " that the company keeps the account when the person leaves. Submit again to use it all the same.");
    }
    return Optional.empty();
  }

  private static boolean looksPersonal(String local) {
    if (INITIAL_AND_NAME.matcher(local).matches()) {
      return !ROLE_WORD.matcher(local.substring(2)).matches();
    }
    var names = TWO_NAMES.matcher(local);
    return names.matches()
        && !ROLE_WORD.matcher(names.group(1)).matches()
        && !ROLE_WORD.matcher(names.group(2)).matches();
  }

  private static Set<String> publicProviders() {
    try (InputStream in = Emails.class.getResourceAsStream("public-mail-providers.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
