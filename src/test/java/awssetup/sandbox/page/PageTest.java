package awssetup.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser, with fake panels behind it. */
class PageTest {
  private static Browser browser;
  private final FakeClockPanel clock = new FakeClockPanel();
  private final FakeAwsPanel aws = new FakeAwsPanel(clock);
  private final FakeSlackPanel slack = new FakeSlackPanel(clock, aws);
  private PageServer server;
  private Page page;
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
  void open() throws IOException {
    server = PageServer.start(0, slack, aws, clock);
    page = browser.go(server.url());
    erin = page.locator("[data-window=left]");
    carla = page.locator("[data-window=right]");
    assertThat(erin.getByTestId("composer")).isVisible();
  }

  @AfterEach
  void close() {
    page.context().close();
    server.close();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void the_tour_can_be_followed_from_the_command_to_the_accepted_invitation() {
    Locator steps = page.locator(".tour-steps li");
    erin.getByTestId("composer").fill("/aws-setup transfer");
    erin.getByTestId("composer").press("Enter");
    Locator form = erin.locator("[data-callback-id=start_setup]");
    form.locator("[data-action-id=customer_name]").fill("Acme Robotics");
    form.getByTestId("modal-submit").click();
    assertThat(steps.nth(1)).hasAttribute("data-done", "true");

    carla.locator("[data-action-id=enter_details]").click();
    Locator account = carla.locator("[data-action-id=account_id]");
    assertThat(account).isFocused();
    account.fill("222233334444");
    carla.locator("[data-action-id=contact_email]").fill("it@acme.example");
    carla.locator("[data-action-id=contact_email]").press("Enter");

    erin.locator("[data-action-id=review_invitation]").click();
    erin.getByTestId("confirm-ok").click();
    page.getByTestId("aws-accept").click();
    assertThat(page.locator("[data-handshake]")).hasAttribute("data-status", "ACCEPTED");
    assertThat(steps.nth(4)).hasAttribute("data-done", "true");
    page.locator("[data-account='222233334444']").getByTestId("role-deploy").click();
    assertThat(steps.nth(5)).hasAttribute("data-done", "true");
    carla.locator("[data-action-id=check_now]").click();
    assertThat(steps.nth(6)).hasAttribute("data-done", "true");
  }

  @Test
  void a_customer_signs_up_and_finds_the_account_id() {
    page.getByTestId("aws-sign-up-name").fill("Acme cloud");
    page.getByTestId("aws-sign-up-email").fill("aws-new@acme.example");
    page.getByTestId("aws-sign-up-email").press("Enter");
    Locator result = page.getByTestId("aws-sign-up-result");
    assertThat(result).containsText("Acme cloud");
    assertThat(result).containsText("organization with all features");
    assertThat(result.locator("code")).hasText("012345678900");
    assertThat(page.locator("[data-account]").first()).hasAttribute("data-account", "012345678900");
    assertThat(page.getByTestId("aws-sign-up-name")).hasValue("");
    assertThat(aws.actions).containsExactly("sign up Acme cloud aws-new@acme.example");
  }

  @Test
  void the_tour_explains_both_journeys_and_remembers_the_choice() {
    Locator steps = page.locator(".tour-steps li");
    assertThat(page.getByTestId("tour-transfer")).hasAttribute("aria-pressed", "true");
    page.getByTestId("tour-new").click();
    assertThat(steps).hasCount(8);
    assertThat(steps.first()).containsText("/aws-setup new");
    page.reload();
    assertThat(steps.first()).containsText("/aws-setup new");
    assertThat(page.getByTestId("tour-new")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void a_link_to_the_sign_up_scrolls_to_the_panel() {
    slack.say("U0CUSTOMER", "<https://signin.aws.amazon.com/signup?request_type=register|Sign up>");
    server.changed();
    carla.locator(".message a").click();
    assertThat(page.getByTestId("aws-note")).containsText("signin.aws.amazon.com/signup");
    assertThat(page.locator("form.sign-up")).isInViewport();
  }

  @Test
  void a_form_keeps_its_input_while_the_page_updates() {
    slack.open("U0CUSTOMER", FakeSlackJson.transferDetails());
    server.changed();
    Locator account = carla.locator("[data-action-id=account_id]");
    account.fill("1234");
    slack.say("U0ENGINEER", "One more thing");
    slack.views.get("U0CUSTOMER").get(0).getAsJsonObject().addProperty("title", "New title");
    server.changed();
    assertThat(carla.locator(".dialog h2")).hasText("New title");
    assertThat(account).hasValue("1234");
    assertThat(account).isFocused();
  }

  @Test
  void a_refused_field_shows_its_error_and_the_form_stays_open() {
    slack.open("U0CUSTOMER", FakeSlackJson.transferDetails());
    server.changed();
    carla.locator("[data-action-id=account_id]").fill("12");
    carla.getByTestId("modal-submit").click();
    Locator email = carla.locator("[data-block-id=contact_email]");
    assertThat(email.getByTestId("field-error")).hasText("Please complete this required field.");
    email.locator("input").fill("it@acme.example");
    carla.getByTestId("modal-submit").click();
    Locator account = carla.locator("[data-block-id=account_id]");
    assertThat(account.getByTestId("field-error")).containsText("exactly 12 digits");
    assertThat(account.locator("input")).isFocused();
    assertThat(account.locator("input")).hasValue("12");
    assertThat(email.locator("input")).hasValue("it@acme.example");
  }

  @Test
  void nothing_that_was_typed_becomes_markup() {
    slack.say("U0CUSTOMER", "<img src=x onerror=alert(1)> &lt;b&gt; <javascript:alert(1)|press>");
    server.changed();
    Locator message = erin.locator(".message");
    assertThat(message).containsText("<b>");
    assertThat(message.locator("img, a, b")).hasCount(0);
  }

  @Test
  void a_console_link_shows_a_note_and_opens_no_window() {
    slack.card().add("blocks", FakeSlackJson.card(clock.epoch(), 2));
    server.changed();
    carla.locator("[data-action-id=open_invitation]").click();
    assertThat(page.getByTestId("aws-note"))
        .containsText("https://console.aws.amazon.com/costmanagement/home#/transferbilling");
    page.keyboard().press("Escape");
    assertThat(page.getByTestId("aws-note")).hasCount(0);
    assertThat(page.context().pages()).hasSize(1);
    page.waitForCondition(() -> slack.actions.contains("press U0CUSTOMER do open_invitation null"));
  }

  @Test
  void escape_closes_a_thread_and_returns_the_focus() {
    slack.reply(slack.say("U0CUSTOMER", "A question"), "U0ENGINEER", "An answer");
    server.changed();
    erin.getByTestId("thread-open").first().click();
    assertThat(erin.getByTestId("thread-composer")).isFocused();
    erin.getByTestId("thread-composer").fill("More");
    erin.getByTestId("thread-composer").press("Enter");
    assertThat(erin.locator(".thread .message")).hasCount(3);
    page.keyboard().press("Escape");
    assertThat(erin.locator(".thread")).isHidden();
    assertThat(erin.getByTestId("thread-open")).isFocused();
  }

  @Test
  void a_refused_command_is_explained_and_stays_in_the_composer() {
    carla.getByTestId("composer").fill("/aws-setup");
    carla.getByTestId("send").click();
    assertThat(carla.getByTestId("notice")).containsText("not a valid command");
    assertThat(carla.getByTestId("composer")).hasValue("/aws-setup");
  }

  @Test
  void a_dot_marks_a_channel_with_something_new() {
    erin.locator("[data-channel-id=C0GLOBEX]").click();
    assertThat(erin.locator(".place-head")).containsText("#globex-aws");
    assertThat(erin.locator("[data-channel-id=C0ACME] .dot")).hasCount(0);
    slack.say("U0CUSTOMER", "Anybody there?");
    server.changed();
    assertThat(erin.locator("[data-channel-id=C0ACME] .dot")).isVisible();
    erin.locator("[data-channel-id=C0ACME]").click();
    assertThat(erin.locator(".message")).containsText("Anybody there?");
    assertThat(erin.locator("[data-channel-id=C0ACME] .dot")).hasCount(0);
  }

  @Test
  void the_page_can_switch_to_another_persons_slack() {
    erin.getByTestId("person").selectOption("U0SECOND");
    assertThat(erin).hasAttribute("data-user", "U0SECOND");
    erin.getByTestId("composer").fill("Sam here");
    erin.getByTestId("composer").press("Enter");
    assertThat(carla.locator(".message")).containsText("Sam Second");
    page.waitForCondition(() -> slack.actions.contains("type U0SECOND C0ACME Sam here"));
  }
}
