package awssetup.journey.browser;

import static awssetup.journey.browser.Desk.button;
import static awssetup.journey.browser.Desk.card;
import static awssetup.journey.browser.Desk.composer;
import static awssetup.journey.browser.Desk.error;
import static awssetup.journey.browser.Desk.field;
import static awssetup.journey.browser.Desk.modal;
import static awssetup.journey.browser.Desk.press;
import static awssetup.journey.browser.Desk.reminders;
import static awssetup.journey.browser.Desk.submit;
import static awssetup.journey.browser.Desk.thread;
import static awssetup.journey.browser.Desk.type;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.page.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The transfer of a customer's billing, played by clicking and typing in the real sandbox. */
class TransferInBrowserTest {
  private static Browser browser;
  private Desk desk;
  private Locator erin;
  private Locator carla;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.open();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    desk = new Desk(browser);
    erin = desk.erin;
    carla = desk.carla;
  }

  @AfterEach
  void close() {
    desk.close();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void the_tour_leads_from_the_command_to_the_green_card() {
    Locator tour = desk.page.locator(".tour-steps li");
    desk.picture("1-empty");
    desk.start();
    assertThat(card(erin)).containsText("Acme Robotics · Transfer billing");
    assertThat(card(erin)).containsText("The customer's turn (@Carla Customer)");
    desk.enterDetails();
    assertThat(card(carla)).containsText(Desk.ACCOUNT);
    assertThat(card(erin)).containsText("SoftwareOne's turn");
    desk.invite();
    assertThat(card(carla)).containsText("Approve by");
    assertThat(button(carla, "Approve in AWS")).isVisible();
    desk.picture("2-invited");

    desk.invitation().getByTestId("aws-accept").click();
    assertThat(card(carla)).containsText("2 of 3");
    desk.account().getByTestId("role-deploy").click();
    press(carla, "Check now");
    assertThat(card(carla)).containsText("3 of 3");
    assertThat(card(erin)).containsText("Complete");
    assertThat(card(erin).locator(".block-actions")).hasCount(0);
    assertThat(tour.nth(6)).hasAttribute("data-done", "true");
    desk.openThread(erin);
    assertThat(thread(erin)).containsText("is complete");
    desk.picture("3-complete");
    assertThat(desk.page.locator(".next li")).hasText("Nothing is planned.");
  }

  @Test
  void the_language_that_is_chosen_at_the_start_is_the_one_on_the_card() {
    type(erin, "/aws-setup transfer");
    Locator form = modal(erin, "Set up AWS");
    assertThat(form.locator("[data-action-id=language]")).hasValue("en");
    field(form, "Customer").first().fill("Acme Robotics");
    form.locator("[data-action-id=language]").selectOption(new SelectOption().setLabel("Deutsch"));
    submit(form);
    assertThat(card(carla)).containsText("Der Kunde ist an der Reihe");
    assertThat(button(carla, "Angaben eintragen")).isVisible();
  }

  @Test
  void a_wrong_account_id_is_explained_beneath_its_field_and_nothing_typed_is_lost() {
    desk.start();
    press(carla, "Enter setup details");
    Locator form = modal(carla, "Setup details");
    field(form, "Management account ID").fill("12345");
    field(form, "Technical contact").fill("Carla Customer");
    field(form, "Contact's e-mail").fill("carla@acme.example");
    submit(form);
    assertThat(error(form, "account_id")).containsText("exactly 12 digits");
    assertThat(field(form, "Management account ID")).hasValue("12345");
    assertThat(field(form, "Technical contact")).hasValue("Carla Customer");
    assertThat(field(form, "Contact's e-mail")).hasValue("carla@acme.example");
    desk.picture("4-field-error");
    field(form, "Management account ID").fill("2222-3333-4444");
    submit(form);
    assertThat(form).hasCount(0);
    assertThat(card(erin)).containsText(Desk.ACCOUNT);
  }

  @Test
  void a_refused_invitation_is_explained_and_sent_again() {
    desk.start();
    desk.enterDetails();
    desk.arm("Next invitation: customer has no payment method");
    assertThat(desk.page.locator(".armed")).containsText("PAYMENT_INSTRUMENT_REQUIRED");
    desk.invite();
    assertThat(card(carla)).containsText("payment");
    assertThat(desk.page.locator("[data-handshake]")).hasCount(0);
    desk.openThread(carla);
    assertThat(thread(carla)).containsText("payment");
    desk.picture("5-refused");

    desk.invite();
    assertThat(desk.invitation()).hasAttribute("data-status", "REQUESTED");
    assertThat(card(carla)).containsText("invitation sent");
  }

  @Test
  void a_card_whose_answer_was_lost_is_not_posted_twice() {
    desk.arm("Next message: posted, but the answer is lost");
    desk.start();
    assertThat(desk.page.locator(".armed p")).hasCount(0);
    assertThat(desk.page.locator(".next li")).hasCount(1);
    assertThat(desk.page.locator(".next li")).containsText("Reminds the customer");
    assertThat(erin.locator(".place .message")).hasCount(1);
  }

  @Test
  void a_reminder_comes_when_the_clock_jumps_and_is_noticed_without_opening_the_thread() {
    desk.inviteFromTheStart();
    desk.jumpTo("reminder");
    assertThat(card(carla).getByTestId("thread-open")).containsText("NEW");
    assertThat(card(carla).getByTestId("thread-open")).containsText("still open for Acme Robotics");
    desk.openThread(carla);
    assertThat(reminders(carla)).hasCount(1);
    assertThat(reminders(carla)).containsText("@Carla Customer");
    assertThat(card(carla).getByTestId("thread-open")).not().containsText("NEW");
    desk.picture("6-reminder");
    desk.jumpTo("reminder");
    assertThat(reminders(carla)).hasCount(2);
  }

  @Test
  void the_start_of_a_setup_needs_no_mouse() {
    for (int i = 0; i < 30 && !hasFocus(composer(erin)); i++) {
      desk.page.keyboard().press("Tab");
    }
    assertThat(composer(erin)).isFocused();
    desk.page.keyboard().type("/aws-setup tr");
    desk.page.keyboard().press("Enter");
    assertThat(composer(erin)).hasValue("/aws-setup transfer");
    desk.page.keyboard().press("Enter");
    Locator form = modal(erin, "Set up AWS");
    assertThat(form.locator("[data-action-id=customer_name]")).isFocused();
    desk.page.keyboard().type("Acme Robotics");
    desk.page.keyboard().press("Tab");
    desk.page.keyboard().type("Carla");
    desk.page.keyboard().press("Tab");
    desk.page.keyboard().type("PO-1234");
    desk.page.keyboard().press("Enter");
    assertThat(card(erin)).containsText("@Carla Customer");
    assertThat(card(erin)).containsText("order PO-1234");
    assertThat(composer(erin)).isFocused();
  }

  @Test
  void what_one_side_does_shows_on_the_other_at_once() {
    desk.start();
    type(carla, "Where do I find <the ID> & who needs it?");
    assertThat(erin.locator(".place .message").last())
        .containsText("Where do I find <the ID> & who needs it?");
    desk.openThread(erin);
    erin.getByTestId("thread-composer").fill("At the top right of the console");
    erin.getByTestId("thread-composer").press("Enter");
    assertThat(card(carla).getByTestId("thread-open")).containsText("At the top right");
    type(erin, "/aws-setup status");
    Locator answer = erin.locator(".place .message.ephemeral");
    assertThat(answer).containsText("Only visible to you");
    assertThat(answer).containsText("Acme Robotics");
    assertThat(carla.locator(".place .message.ephemeral")).hasCount(0);
  }

  private static boolean hasFocus(Locator locator) {
    return (boolean) locator.evaluate("node => node === document.activeElement");
  }
}
