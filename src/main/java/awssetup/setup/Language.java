package awssetup.setup;

import java.util.Locale;

/** The languages that the app speaks. Which one a setup's channel reads is chosen at its start. */
public enum Language {
  EN,
  DE,
  ES;

  /** The name used in settings, in modals and in the database; also the language's own code. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if the app does not speak it
   */
  public static Language of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  public Locale locale() {
    return Locale.forLanguageTag(key());
  }
}
