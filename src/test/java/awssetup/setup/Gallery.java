package awssetup.setup;

import awssetup.testkit.People;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Setups in every state that a card can show, for tests of what is shown. */
public final class Gallery {
  /** A setup as it is at a moment. */
  public record Moment(Setup setup, Instant now) {
    public SetupStatus status() {
      return SetupStatus.of(setup, now);
    }
  }

  private Gallery() {}

  public static List<Moment> everyState() {
    return Stream.of(
            Stories.acme(),
            Stories.acme().detailed(),
            Stories.acme().cancelled(),
            Stories.globex(),
            Stories.globex().detailed(),
            Stories.globex().detailed().does(ticking(EnumSet.of(PreparationItem.ROOT_MFA))),
            Stories.globex().detailed().does(ticking(Stories.ALL)),
            Stories.globex().detailed().prepared().does(ticking(Set.of())),
            Stories.globex().ready(),
            Stories.acme().ready().reviewed(),
            Stories.acme().ready().reviewed().attempting().troubled(),
            refused("UNSUPPORTED_PRICING"),
            refused("PAYMENT_INSTRUMENT_REQUIRED"),
            refused("HANDSHAKE_RATE_LIMIT_EXCEEDED"),
            refused("A_CODE_THAT_NOBODY_KNOWS"),
            Stories.acme().invited(),
            Stories.globex().invited(),
            Stories.acme().invited().later(Duration.ofDays(16)),
            Stories.acme().invited().seen(TransferStatus.DECLINED),
            Stories.acme().invited().seen(TransferStatus.EXPIRED),
            Stories.acme().invited().seen(TransferStatus.CANCELED),
            Stories.acme().invited().seen(TransferStatus.UNKNOWN),
            Stories.acme().invited().corrected(),
            Stories.acme().invited().cancelled(),
            accepted(),
            accepted().seen(TransferStatus.WITHDRAWN),
            accepted().roleAnswers(),
            Stories.acme().invited().roleAnswers(),
            Stories.acme().invited().roleIsUnsafe(),
            lost())
        .map(story -> new Moment(story.setup(), story.now()))
        .toList();
  }

  private static Story refused(String code) {
    return Stories.acme().ready().reviewed().attempting().refused(code);
  }

  private static Story lost() {
    return Stories.acme()
        .invited()
        .roleAnswers()
        .later(Duration.ofHours(1))
        .roleSilent()
        .later(Duration.ofHours(1))
        .roleSilent();
  }

  private static Story accepted() {
    return Stories.acme().invited().later(Duration.ofHours(2)).seen(TransferStatus.ACCEPTED);
  }

  private static Rule ticking(Set<PreparationItem> items) {
    return new ReportAccount(People.Ids.CARLA, Optional.empty(), items);
  }
}
