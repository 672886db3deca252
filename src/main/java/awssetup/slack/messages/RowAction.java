package awssetup.slack.messages;

import awssetup.setup.CardAction;
import awssetup.setup.SetupId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can be done about a setup from its row on the Home tab. */
public enum RowAction {
  REVIEW(CardAction.REVIEW_INVITATION, CardAction.SEND_AGAIN),
  CHECK(CardAction.CHECK_NOW),
  /** If reminders can be paused, there is a person to remind. */
  REMIND(CardAction.SNOOZE),
  HISTORY,
  CANCEL;

  private final Set<CardAction> needsOneOf;

  RowAction(CardAction... needsOneOf) {
    this.needsOneOf = EnumSet.noneOf(CardAction.class);
    this.needsOneOf.addAll(Arrays.asList(needsOneOf));
  }

  /**
   * @param possible what makes sense for the setup at present
   */
  public boolean isPossible(Set<CardAction> possible) {
    return needsOneOf.isEmpty() || needsOneOf.stream().anyMatch(possible::contains);
  }

  /** The value of its option: what to do to which setup; input like any other. */
  String on(SetupId setup) {
    return name() + ":" + setup;
  }

  /** An action on a setup, as an option's value names them. */
  public record Chosen(RowAction action, SetupId setup) {
    public static Optional<Chosen> parse(String value) {
      String[] parts = value == null ? new String[0] : value.split(":", 2);
      if (parts.length != 2) {
        return Optional.empty();
      }
      return Arrays.stream(values())
          .filter(action -> action.name().equals(parts[0]))
          .findFirst()
          .flatMap(action -> SetupId.parse(parts[1]).map(id -> new Chosen(action, id)));
    }
  }
}
