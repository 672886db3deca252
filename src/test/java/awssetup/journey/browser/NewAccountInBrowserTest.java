package awssetup.journey.browser;

import static awssetup.journey.browser.Desk.button;
import static awssetup.journey.browser.Desk.card;
import static awssetup.journey.browser.Desk.error;
import static awssetup.journey.browser.Desk.field;
import static awssetup.journey.browser.Desk.modal;
import static awssetup.journey.browser.Desk.press;
import static awssetup.journey.browser.Desk.submit;
import static awssetup.journey.browser.Desk.type;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.page.Browser;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A customer without an AWS account, played by clicking and typing in the real sandbox. */
class NewAccountInBrowserTest {
  @Test
  void the_tour_leads_from_the_command_through_the_sign_up_to_the_green_card() {
    try (Browser browser = Browser.open();
        Desk desk = new Desk(browser)) {
      desk.page.getByTestId("tour-new").click();
      type(desk.erin, "/aws-setup new");
      Locator start = modal(desk.erin, "Set up AWS");
      field(start, "Customer").first().fill("Acme Robotics");
      submit(start);
      assertThat(card(desk.carla)).containsText("0 of 4");

      press(desk.carla, "Enter setup details");
      Locator details = modal(desk.carla, "New AWS account");
      field(details, "Root e-mail address").fill("aws-new@acme.example");
      field(details, "Account name").fill("Acme cloud");
      field(details, "Technical contact").fill("Carla Customer");
      field(details, "Contact's e-mail").fill("carla@acme.example");
      submit(details);
      assertThat(error(details, "card_ready")).isVisible();
      field(details, "A payment card is at hand").check();
      submit(details);
      assertThat(card(desk.erin)).containsText("1 of 4");

      report(desk, signUp(desk));
      assertThat(card(desk.erin)).containsText("2 of 4");
      desk.invite();
      desk.invitation().getByTestId("aws-accept").click();
      assertThat(card(desk.carla)).containsText("3 of 4");
      desk.page.locator("[data-account]").first().getByTestId("role-deploy").click();
      press(desk.carla, "Check now");
      assertThat(card(desk.carla)).containsText("4 of 4");
      assertThat(desk.page.locator(".tour-steps li").last()).hasAttribute("data-done", "true");
      desk.picture("7-new-account");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static String signUp(Desk desk) {
    desk.page.getByTestId("aws-sign-up-name").fill("Acme cloud");
    desk.page.getByTestId("aws-sign-up-email").fill("aws-new@acme.example");
    desk.page.getByTestId("aws-sign-up").click();
    Locator id = desk.page.getByTestId("aws-sign-up-result").locator("code");
    assertThat(id).hasText(Pattern.compile("\\d{12}"));
    return id.textContent();
  }

  /** Reports the account with some boxes left unticked, so that the button stays. */
  private static void report(Desk desk, String account) {
    press(desk.carla, "My account is ready");
    Locator form = modal(desk.carla, "My account is ready");
    field(form, "Account ID").fill(account);
    submit(form);
    assertThat(card(desk.erin)).containsText(account);
    assertThat(card(desk.erin)).containsText("1 of 4");
    assertThat(button(desk.carla, "My account is ready")).isVisible();
    press(desk.carla, "My account is ready");
    Locator boxes = form.locator("input[type=checkbox]");
    assertThat(boxes).hasCount(6);
    for (Locator box : boxes.all()) {
      box.check();
    }
    submit(form);
  }
}
