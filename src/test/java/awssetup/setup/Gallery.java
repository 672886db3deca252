package awssetup.setup;

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
            Cast.acme(),
            Cast.acme().detailed(),
            Cast.acme().cancelled(),
            Cast.globex(),
            Cast.globex().detailed(),
            Cast.globex().detailed().does(ticking(EnumSet.of(PreparationItem.ROOT_MFA))),
            Cast.globex().detailed().does(ticking(Cast.ALL)),
            Cast.globex().detailed().prepared().does(ticking(Set.of())),
            Cast.globex().ready(),
            Cast.acme().ready().reviewed(),
            Cast.acme().ready().reviewed().attempting().troubled(),
            refused("UNSUPPORTED_PRICING"),
            refused("PAYMENT_INSTRUMENT_REQUIRED"),
            refused("HANDSHAKE_RATE_LIMIT_EXCEEDED"),
            refused("A_CODE_THAT_NOBODY_KNOWS"),
            Cast.acme().invited(),
            Cast.globex().invited(),
            Cast.acme().invited().later(Duration.ofDays(16)),
            Cast.acme().invited().seen(TransferStatus.DECLINED),
            Cast.acme().invited().seen(TransferStatus.EXPIRED),
            Cast.acme().invited().seen(TransferStatus.CANCELED),
            Cast.acme().invited().seen(TransferStatus.UNKNOWN),
            Cast.acme().invited().corrected(),
            Cast.acme().invited().cancelled(),
            accepted(),
            accepted().seen(TransferStatus.WITHDRAWN),
            accepted().roleAnswers(),
            Cast.acme().invited().roleAnswers(),
            Cast.acme().invited().roleIsUnsafe(),
            lost())
        .map(story -> new Moment(story.setup(), story.now()))
        .toList();
  }

  private static Story refused(String code) {
    return Cast.acme().ready().reviewed().attempting().refused(code);
  }

  private static Story lost() {
    return Cast.acme()
        .invited()
        .roleAnswers()
        .later(Duration.ofHours(1))
        .roleSilent()
        .later(Duration.ofHours(1))
        .roleSilent();
  }

  private static Story accepted() {
    return Cast.acme().invited().later(Duration.ofHours(2)).seen(TransferStatus.ACCEPTED);
  }

  private static Rule ticking(Set<PreparationItem> items) {
    return new ReportAccount(Cast.CARLA, Optional.empty(), items);
  }
}
