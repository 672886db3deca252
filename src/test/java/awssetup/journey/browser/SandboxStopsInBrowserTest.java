package awssetup.journey.browser;

import static awssetup.journey.browser.Desk.composer;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import awssetup.sandbox.page.Browser;
import org.junit.jupiter.api.Test;

/** The sandbox ends while its page is still open. */
class SandboxStopsInBrowserTest {
  @Test
  void the_page_says_that_the_sandbox_is_gone_and_keeps_what_was_typed() {
    try (Browser browser = Browser.open();
        Desk desk = new Desk(browser)) {
      desk.stop();
      assertThat(desk.page.locator("#lost")).isVisible();
      composer(desk.erin).fill("Is anybody there?");
      composer(desk.erin).press("Enter");
      assertThat(desk.erin.getByTestId("notice")).containsText("did not answer");
      assertThat(composer(desk.erin)).hasValue("Is anybody there?");
    }
  }
}
