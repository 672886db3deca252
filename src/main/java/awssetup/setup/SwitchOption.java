package awssetup.setup;

import awssetup.setup.NotPossible.Why;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

/** Takes the other option instead. The contact stays; what was said of the account is void. */
public record SwitchOption(UserId by, Option to) implements Intent {
  @Override
  public Optional<Why> whyNot(Setup setup, Instant now) {
    return Intents.first(
        Intents.whyClosed(setup),
        Intents.whyAccepted(setup),
        Intents.unless(setup.option() == to || setup.invitation().isEmpty(), Why.ALREADY_SENT));
  }

  @Override
  public Change apply(Setup setup, Instant now) {
    NotPossible.throwIf(whyNot(setup, now));
    if (setup.option() == to) {
      return Change.none(setup);
    }
    return Change.of(
            setup,
            f -> {
              f.option = to;
              f.optionAt = now;
              f.earlierContact = f.details.map(Details::contact).or(() -> f.earlierContact);
              f.details = Optional.empty();
              f.account = Optional.empty();
              f.prepared = EnumSet.noneOf(PreparationItem.class);
              f.preparedAt = Optional.empty();
            })
        .by(by, now, AuditEvent.Kind.OPTION_SWITCHED, to.key())
        .say(Notice.OPTION_SWITCHED);
  }
}
