package awssetup.journey.browser;

import static awssetup.journey.browser.Desk.button;
import static awssetup.journey.browser.Desk.reminders;
import static awssetup.journey.browser.Desk.type;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.Scenario;
import awssetup.sandbox.page.Browser;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures of the documents: an invitation that waits for the customer with a reminder
 * that has just come, and the Home tab of an engineer with a thousand open setups. {@code mvn test
 * -Dtest=PicturesTest -Dpictures=src/docs/images} takes them again.
 */
class PicturesTest {
  private final Path directory = Path.of(System.getProperty("pictures", "target/pictures"));

  @Test
  void sandbox() {
    try (Browser browser = Browser.open();
        Desk desk = new Desk(browser)) {
      desk.travelTo(firstTuesdayOfTheMonthAfterNext());
      type(desk.carla, "Hi Erin, we would like to move our AWS billing over to you.");
      assertThat(desk.erin.locator(".message").last()).containsText("Hi Erin");
      type(desk.erin, "Great! The card here says what to do, step by step.");
      desk.inviteFromTheStart();
      desk.jumpTo("reminder");
      desk.openThread(desk.carla);
      assertThat(reminders(desk.carla)).containsText("Approve the billing transfer invitation");
      assertThat(button(desk.erin, "Approve in AWS")).isVisible();
      desk.page.mouse().move(1, 1);
      desk.page.locator("[data-panel=aws]").evaluate("panel => panel.scrollIntoView()");
      desk.picture(directory, "sandbox");
      assertThat(directory.resolve("sandbox.png")).satisfies(Files::isRegularFile);
    }
  }

  @Test
  void home() {
    try (Browser browser = Browser.open();
        Desk desk = new Desk(browser, Scenario.BUSY)) {
      desk.page.setViewportSize(1760, 980);
      desk.erin.getByTestId("app-home").click();
      assertThat(desk.erin.locator(".home-body")).containsText("Needs an engineer");
      desk.page.mouse().move(1, 1);
      desk.erin.screenshot(new Locator.ScreenshotOptions().setPath(directory.resolve("home.png")));
      assertThat(directory.resolve("home.png")).satisfies(Files::isRegularFile);
    }
  }

  /** A working day with the whole month ahead, 10 o'clock in most of Europe. */
  private static Instant firstTuesdayOfTheMonthAfterNext() {
    return LocalDate.now(ZoneOffset.UTC)
        .plusMonths(2)
        .with(TemporalAdjusters.firstInMonth(DayOfWeek.TUESDAY))
        .atTime(LocalTime.of(9, 0))
        .toInstant(ZoneOffset.UTC);
  }
}
