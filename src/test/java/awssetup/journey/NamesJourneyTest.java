package awssetup.journey;

import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.testkit.ModalFields;
import awssetup.testkit.People;
import com.google.gson.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as customers write them, everywhere they are read again; and a root address in doubt. */
class NamesJourneyTest extends Journey {

  @ParameterizedTest
  @CsvSource({
    "A\u0308chme, Achme",
    "خانه\u200Cهای, khnhhy",
    "ශ්\u200Dරී, shrii",
    "👩🏽\u200D🚀 Acme, Acme",
    "Acme \uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F,"
        + " Acme"
  })
  void a_name_is_the_same_everywhere_and_plain_at_aws(String name, String plain) throws Exception {
    world.type(ERIN, "/aws-setup transfer");
    world.submit(ERIN, Map.of("customer_name", name, "customer_contact", CARLA));
    assertThat(world.cardText()).contains(name);
    world.press(CARLA, "enter_details");
    world.submit(
        CARLA,
        Map.of(
            "account_id", People.ACCOUNT, "contact_name", name, "contact_email", "c@acme.example"));
    world.press(ERIN, "review_invitation");
    JsonObject view = world.view(ERIN);
    assertThat(view.toString()).contains("Customer: *" + name + "*", "Contact: " + name + ", ");
    assertThat(ModalFields.elementOf(view, "source_name").get("initial_value").getAsString())
        .matches(plain + " - [0-9A-Z]{16}");
    assertThat(world.answer(ERIN, "/aws-setup history")).contains(name);
    assertThat(world.command("export").out()).contains("," + name + ",");
  }

  @Test
  void the_root_address_of_an_account_that_exists_is_asked_about_and_not_advised_on() {
    world.startTransfer();
    world.press(CARLA, "enter_details");
    Map<String, String> details =
        Map.of(
            "account_id",
            People.ACCOUNT,
            "root_email",
            "Carla <carla@acme.example>",
            "contact_name",
            "Carla Customer",
            "contact_email",
            "carla@acme.example");
    assertThat(world.submit(CARLA, details).fieldErrors())
        .containsOnlyKeys("root_email")
        .hasEntrySatisfying(
            "root_email",
            question ->
                assertThat(question)
                    .startsWith("Is this the address of the account's root user?")
                    .doesNotContain("alias"));
    assertThat(world.submit(CARLA, details).fieldErrors()).isEmpty();
  }
}
