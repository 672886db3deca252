package awssetup.ports;

import java.util.Optional;

/**
 * What a card shows, as two short hashes, to tell whether it has to be edited and how soon.
 *
 * @param all of everything on it
 * @param state of what a person acts on: progress, the steps' states, whose turn it is and the
 *     buttons
 */
public record CardLook(String all, String state) {

  /** How a card differs from what it last showed. */
  public enum Difference {
    /** It shows the same. */
    NONE,

    /** Only dates and wording differ: they may wait for a while. */
    DETAILS,

    /** The state differs, so the card is wrong until it is edited. */
    STATE
  }

  /** The form in which it is kept. */
  public String text() {
    return all + "." + state;
  }

  /**
   * How it differs from what was kept. A card that was kept without its state, or was never seen,
   * counts as wrong unless it looks the same.
   */
  public Difference since(Optional<String> kept) {
    String[] parts = kept.orElse("").split("\\.", 2);
    if (parts[0].equals(all)) {
      return Difference.NONE;
    }
    return parts.length == 2 && parts[1].equals(state) ? Difference.DETAILS : Difference.STATE;
  }
}
