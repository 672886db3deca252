package awssetup.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import awssetup.sandbox.Scenario;
import awssetup.sandbox.page.Browser;
import awssetup.testkit.SandboxUnderTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The sandbox's page in front of one person who plays all roles: Erin's Slack on the left, Carla's
 * on the right, AWS and the clock beside them. Everything is done and seen through the page, and a
 * test waits only for what a person would wait for.
 */
final class Desk implements AutoCloseable {
  static final String ACCOUNT = "222233334444";
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final int PATIENCE = 20_000;

  private final SandboxUnderTest sandbox;
  final Page page;
  final Locator erin;
  final Locator carla;
  private boolean stopped;

  Desk(Browser browser) {
    this(browser, Scenario.EMPTY);
  }

  Desk(Browser browser, Scenario scenario) {
    sandbox = SandboxUnderTest.start(scenario);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    page = browser.go(sandbox.url(), 1440, 900, ColorScheme.LIGHT);
    page.setDefaultTimeout(PATIENCE);
    erin = page.locator("[data-window=left]");
    carla = page.locator("[data-window=right]");
    assertThat(composer(erin)).isVisible();
  }

  // What people do

  static Locator composer(Locator window) {
    return window.getByTestId("composer");
  }

  static void type(Locator window, String text) {
    composer(window).fill(text);
    composer(window).press("Enter");
  }

  /** Presses a button of the newest card. */
  static void press(Locator window, String label) {
    button(window, label).click();
  }

  static Locator button(Locator window, String label) {
    return card(window)
        .locator(".block-actions .button")
        .filter(new Locator.FilterOptions().setHasText(label));
  }

  static Locator modal(Locator window, String title) {
    return window
        .locator("form.dialog")
        .filter(new Locator.FilterOptions().setHas(window.page().locator("h2", titled(title))));
  }

  private static Page.LocatorOptions titled(String title) {
    return new Page.LocatorOptions().setHasText(title);
  }

  static Locator field(Locator modal, String label) {
    return modal.getByLabel(label);
  }

  static Locator error(Locator modal, String blockId) {
    return modal.locator("[data-block-id=" + blockId + "]").getByTestId("field-error");
  }

  static void submit(Locator modal) {
    modal.getByTestId("modal-submit").click();
  }

  /** Erin starts the transfer of Acme Robotics, with Carla to talk to. */
  void start() {
    type(erin, "/aws-setup transfer");
    Locator form = modal(erin, "Set up AWS");
    field(form, "Customer").first().fill("Acme Robotics");
    form.locator("[data-action-id=customer_contact]")
        .selectOption(new SelectOption().setLabel("Carla Customer"));
    submit(form);
    assertThat(card(carla)).containsText("0 of 3");
  }

  void enterDetails() {
    press(carla, "Enter setup details");
    Locator form = modal(carla, "Setup details");
    field(form, "Management account ID").fill(ACCOUNT);
    field(form, "Technical contact").fill("Carla Customer");
    field(form, "Contact's e-mail").fill("carla@acme.example");
    submit(form);
    assertThat(card(erin)).containsText("1 of 3");
  }

  void invite() {
    press(erin, "Review and send");
    submit(modal(erin, "Review and send"));
    assertThat(modal(erin, "Review and send")).hasCount(0);
  }

  /** Plays from the start to an invitation that the customer can see at AWS. */
  void inviteFromTheStart() {
    start();
    enterDetails();
    invite();
    assertThat(invitation()).hasAttribute("data-status", "REQUESTED");
    assertThat(card(carla)).containsText("invitation sent");
  }

  /** Chooses one of the failures that the page offers. */
  void arm(String fault) {
    page.getByTestId("fault-choice").selectOption(new SelectOption().setLabel(fault));
    page.getByTestId("fault-arm").click();
    assertThat(page.locator(".armed p")).isVisible();
  }

  /** Lets time pass until this moment, which is still ahead. */
  void travelTo(Instant moment) {
    page.evaluate(
        """
        to => fetch("/sandbox/api/clock", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ to }),
        })
        """,
        String.valueOf(moment.getEpochSecond()));
    assertThat(page.locator("body")).hasAttribute("data-bot", "idle");
  }

  void openThread(Locator window) {
    card(window).getByTestId("thread-open").click();
  }

  /** Jumps to the next planned event of this kind, and waits until the bot has handled it. */
  void jumpTo(String kind) {
    page.locator(".next [data-kind=" + kind + "]").first().getByTestId("clock-jump").click();
    assertThat(page.locator("body")).hasAttribute("data-bot", "idle");
  }

  // What people see

  static Locator card(Locator window) {
    return window.locator(".place .message:has([data-block-id*=':card:'])").last();
  }

  static Locator thread(Locator window) {
    return window.locator(".thread");
  }

  static Locator reminders(Locator window) {
    return thread(window).locator(".message:has([data-block-id*=':reminder:'])");
  }

  /** The newest invitation in the AWS panel. */
  Locator invitation() {
    return page.locator("[data-handshake]").first();
  }

  Locator account() {
    return page.locator("[data-account='" + ACCOUNT + "']");
  }

  void picture(String name) {
    picture(PICTURES, name);
  }

  void picture(Path directory, String name) {
    page.screenshot(new ScreenshotOptions().setPath(directory.resolve(name + ".png")));
  }

  /** Ends the sandbox while its page stays open. */
  void stop() {
    sandbox.close();
    stopped = true;
  }

  @Override
  public void close() {
    page.context().close();
    if (!stopped) {
      sandbox.close();
    }
  }
}
