package awssetup.journey.browser;

import static awssetup.journey.browser.Desk.modal;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import awssetup.sandbox.Scenario;
import awssetup.sandbox.page.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;

/** An engineer works through a thousand open setups on the Home tab, with the keyboard alone. */
class HomeInBrowserTest {
  private static final int ROWS = 25;

  @Test
  void a_thousand_open_setups_are_filtered_paged_and_acted_on() {
    try (Browser browser = Browser.open();
        Desk desk = new Desk(browser, Scenario.BUSY)) {
      Locator tab = desk.erin.getByTestId("app-home");
      tab.focus();
      tab.press("Enter");
      Locator home = desk.erin.locator(".home-body");
      assertThat(home).containsText("1010 open");
      assertThat(home).containsText("Needs an engineer");
      Locator rows = home.locator("[data-action-id=home_row]");
      assertThat(rows).hasCount(ROWS);

      press(home, "home_next");
      assertThat(home).containsText("26–50 of 1010");
      press(home, "home_previous");
      assertThat(home).containsText("1–25 of 1010");

      home.locator("select[data-action-id=home_state]")
          .selectOption(new SelectOption().setValue("EXPIRING"));
      assertThat(home).containsText("Invitation expires within five days");
      assertThat(home).not().containsText("Waiting for the customer, longest first");
      assertThat(home).containsText("to be approved by");
      home.locator("select[data-action-id=home_state]")
          .selectOption(new SelectOption().setValue("any"));
      assertThat(home).containsText("1–25 of 1010");
      press(home, "home_whose");
      assertThat(home).containsText("Everyone's");
      assertThat(home).containsText("started by @Erin Engineer");
      assertThat(home).not().containsText("started by @Nora Nguyen");

      rows.first().focus();
      rows.first().press("Enter");
      Locator menu = desk.page.getByRole(AriaRole.MENUITEM);
      menu.filter(new Locator.FilterOptions().setHasText("Show history")).press("Enter");
      assertThat(modal(desk.erin, "History")).containsText("started the setup: ");
      desk.page.keyboard().press("Escape");
      assertThat(modal(desk.erin, "History")).hasCount(0);
      assertThat(desk.page.locator("body")).hasAttribute("data-line", "up");
    }
  }

  private static void press(Locator home, String actionId) {
    Locator button = home.locator("[data-action-id=" + actionId + "]");
    button.focus();
    button.press("Enter");
  }
}
