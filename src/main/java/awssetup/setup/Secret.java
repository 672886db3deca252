package awssetup.setup;

/**
 * A text that may be used but never shown. Its {@code toString} hides it, so that a record or log
 * line that carries one stays harmless; only {@link #value()} gives the text.
 *
 * @param value the text itself, not blank
 */
public record Secret(String value) {

  /** Throws IllegalArgumentException for a missing or blank text. */
  public Secret {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
