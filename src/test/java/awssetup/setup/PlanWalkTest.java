package awssetup.setup;

import static awssetup.setup.Stories.ACMES;
import static awssetup.setup.Stories.ANOTHER;
import static awssetup.testkit.People.Ids.CARLA;
import static awssetup.testkit.People.Ids.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walks through a setup's life with many seeds: people, AWS and outages act in any order. The rules
 * that {@link SimulatedWorld} checks always hold, and the setup comes to rest when nothing more
 * happens.
 */
class PlanWalkTest {
  private static final int WALKS = 400;
  private static final int STEPS = 60;

  @ParameterizedTest
  @EnumSource(Option.class)
  void keeps_every_promise_and_comes_to_rest(Option option) {
    for (long seed = 0; seed < WALKS; seed++) {
      try {
        new Walk(option, seed).go();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private static final class Walk {
    private final Random random;
    private final SimulatedWorld world;

    Walk(Option option, long seed) {
      random = new Random(seed);
      Story start = option == Option.NEW_ACCOUNT ? Stories.globex() : Stories.acme();
      world = new SimulatedWorld(start.setup(), random, this::somebodyActs);
    }

    void go() {
      for (int i = 0; i < STEPS; i++) {
        switch (random.nextInt(7)) {
          case 0, 1 -> somebodyActs();
          case 2 -> world.customerActs();
          case 3 -> world.watch();
          case 4 -> world.echo();
          case 5 -> world.channelChanges();
          default -> world.pass(Duration.ofMinutes(1L << random.nextInt(14)));
        }
        world.followUp();
      }
      world.calm();
      world.openChannel();
      world.followUp();
      assertThat(world.setup().isOpen() && world.setup().channelAccess().problem().isPresent())
          .as("behind a channel problem for ever")
          .isFalse();
      world.ask(new CancelSetup(ERIN, "enough"));
      for (int i = 0; i < 20 && !(world.followUp() instanceof Plan.Finished); i++) {
        world.pass(Duration.ofMinutes(10));
      }
      assertThat(world.followUp()).isInstanceOf(Plan.Finished.class);
      if (!world.setup().isCompleted()) {
        assertThat(world.open()).as("left open at AWS").isEmpty();
      }
    }

    private void somebodyActs() {
      world.ask(intent());
    }

    private Rule intent() {
      Setup setup = world.setup();
      return switch (random.nextInt(14)) {
        case 0, 1, 2 -> details(setup.option());
        case 3, 4 -> new ReportAccount(CARLA, account(), ticked());
        case 5 -> new ReportAccount(CARLA, account(), Stories.ALL);
        case 6, 7, 8, 9 -> review(setup);
        case 10 -> new CheckNow(CARLA);
        case 11 -> new Snooze(CARLA, Duration.ofDays(1 + random.nextInt(7)));
        case 12 ->
            random.nextInt(4) == 0
                ? new SwitchOption(ERIN, Option.values()[random.nextInt(Option.values().length)])
                : new CheckNow(ERIN);
        default ->
            random.nextInt(12) == 0 ? new CancelSetup(ERIN, "changed their mind") : review(setup);
      };
    }

    private Rule details(Option option) {
      String email = random.nextInt(4) == 0 ? "colin@example.com" : "carla@example.com";
      return new SubmitDetails(
          CARLA,
          option,
          Stories.details(option, email, CARLA, world.now()),
          option == Option.TRANSFER_BILLING ? account() : Optional.empty());
    }

    private Optional<AccountId> account() {
      return Optional.of(random.nextInt(4) == 0 ? ANOTHER : ACMES);
    }

    private Set<PreparationItem> ticked() {
      Set<PreparationItem> ticked = EnumSet.allOf(PreparationItem.class);
      ticked.removeIf(item -> random.nextInt(6) == 0);
      return ticked;
    }

    private Rule review(Setup setup) {
      return new ReviewInvitation(
          ERIN,
          setup.account().map(TargetAccount::id).filter(a -> random.nextInt(8) > 0).orElse(ACMES),
          YearMonth.from(world.now().atOffset(ZoneOffset.UTC)).plusMonths(1 + random.nextInt(2)),
          "Acme",
          Optional.empty(),
          Reviewers.ANY_ENGINEER);
    }
  }
}
