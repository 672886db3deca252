package awssetup.slack.modals;

import awssetup.slack.words.Words;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and checks an e-mail address without writing to it. A root user's address has to follow
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

  /** https://www.rfc-editor.org/errata/eid1690 */
  static final int MOST = 254;

  private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}.,;]+$");

  /** With the name in front that mail programs copy along: {@code "Carla" <carla@acme.example>}. */
  private static final Pattern NAMED = Pattern.compile("([^<>]*)<([^<>]*)>");

  /** As Slack writes and copies a link: {@code mailto:carla@acme.example|carla@acme.example}. */
  private static final Pattern LINK =
      Pattern.compile("(?i)mailto:([^\\s|?<>]+)(?:\\?[^\\s|<>]*)?(?:\\|[^<>]*)?");

  /**
   * What the two standards read differently: ß, final sigma and joiners, and the capitals that got
   * their small letters after IDNA2003. https://www.unicode.org/reports/tr46/#Deviations
   */
  private static final Pattern READ_IN_TWO_WAYS =
      Pattern.compile(
          "[\\x{DF}\\x{1E9E}\\x{3C2}\\x{200C}\\x{200D}\\x{4C0}\\x{10A0}-\\x{10C5}\\x{2132}\\x{2183}]");

  private static final int ROOT_LEAST = 6;
  private static final int ROOT_MOST = 64;

  private Emails() {}

  /**
   * The address alone, from what Slack and mail programs copy. Text that is not clearly one address
   * stays as it was typed, for the checks to refuse.
   */
  static String read(String typed) {
    String text = EDGES.matcher(typed).replaceAll("");
    Matcher named = NAMED.matcher(text);
    String inner = named.matches() ? named.group(2) : text;
    Matcher link = LINK.matcher(inner);
    String address = EDGES.matcher(link.matches() ? link.group(1) : inner).replaceAll("");
    boolean namesAnother =
        named.matches() && named.group(1).contains("@") && !named.group(1).contains(address);
    return namesAnother || !address.contains("@") ? text : address;
  }

  static boolean isPlausible(String email) {
    return PLAUSIBLE.matcher(email).matches() && !email.contains("..");
  }

  /** Why AWS would not take it as the address of a root user; empty if AWS would. */
  static Optional<String> whyNotRoot(Words words, String email) {
    if (!ONE_AT.matcher(email).matches()) {
      return Optional.of(words.plain("field.email.odd"));
    }
    String domain = email.substring(email.indexOf('@') + 1);
    if (!ASCII.matcher(domain).matches()) {
      return plainForm(domain)
          .map(plain -> words.plain("field.root_email.domain", "domain", plain))
          .or(() -> Optional.of(words.plain("field.root_email.odd_domain")));
    }
    int length = email.codePointCount(0, email.length());
    if (length > ROOT_MOST) {
      return Optional.of(
          words.plain("field.root_email.too_long", "most", ROOT_MOST, "length", length));
    }
    if (length < ROOT_LEAST || !ROOT.matcher(email).matches()) {
      return Optional.of(words.plain("field.root_email.odd"));
    }
    return Optional.empty();
  }

  /**
   * The domain with xn--, where there is no doubt which one it is: Java follows IDNA2003, by which
   * straße is strasse, another owner's domain, while browsers and mail programs follow UTS 46.
   */
  private static Optional<String> plainForm(String domain) {
    if (READ_IN_TWO_WAYS.matcher(domain).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
