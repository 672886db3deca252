package awssetup.setup;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies one setup. Sixteen characters of Crockford's base 32 from a secure source (80 bits),
 * so that it cannot be guessed; it grants nothing by itself.
 */
public record SetupId(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * @throws IllegalArgumentException if the value is not of this form
   */
  public SetupId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a setup id");
    }
  }

  public static SetupId random() {
    StringBuilder id = new StringBuilder(16);
    for (int i = 0; i < 16; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new SetupId(id.toString());
  }

  /** Reads an id that came from outside; empty if it is not of this form. */
  public static Optional<SetupId> parse(String text) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(new SetupId(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
