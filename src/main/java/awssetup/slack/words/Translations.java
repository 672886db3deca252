package awssetup.slack.words;

import awssetup.setup.Language;
import awssetup.setup.Setup;
import java.util.EnumMap;
import java.util.Map;

/**
 * The words of every language. What concerns one setup is said in the language chosen at its start,
 * because Slack withholds the locale of external people. Everything else is said in the
 * installation's own language.
 */
public final class Translations {
  private final Map<Language, Words> words = new EnumMap<>(Language.class);
  private final Language own;

  /**
   * @param own the language of this installation
   * @param partner the reseller as people read it
   */
  public Translations(Language own, String partner) {
    this.own = own;
    for (Language language : Language.values()) {
      words.put(language, new Words(language, partner));
    }
  }

  /** For messages in a setup's channel. */
  public Words of(Setup setup) {
    return words.get(setup.language());
  }

  /** For what concerns no single setup. */
  public Words own() {
    return words.get(own);
  }

  /** The installation's language, which a new setup speaks unless another one is chosen. */
  public Language ownLanguage() {
    return own;
  }
}
