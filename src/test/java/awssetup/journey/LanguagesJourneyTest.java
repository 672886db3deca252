package awssetup.journey;

import static awssetup.testkit.People.ACCOUNT;
import static awssetup.testkit.People.CARLA;
import static awssetup.testkit.People.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.testkit.ModalFields;
import awssetup.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read in a setup that was started in German or Spanish, through HTTP. */
class LanguagesJourneyTest {
  @TempDir Path directory;

  private static void start(World world, String subcommand, String language) {
    world.type(ERIN, "/aws-setup " + subcommand);
    assertThat(
            world
                .submit(
                    ERIN,
                    Map.of(
                        "customer_name",
                        "Müller & Söhne",
                        "customer_contact",
                        CARLA,
                        "language",
                        language))
                .fieldErrors())
        .isEmpty();
  }

  @Test
  void a_german_transfer_is_read_in_german_from_the_form_to_the_end() {
    try (World world = new World(directory)) {
      start(world, "transfer", "de");
      assertThat(world.cardText())
          .isEqualTo(
              """
              Müller & Söhne · Abrechnung übertragen
              ▱▱▱  *0 von 3*
              :large_blue_circle:  *Angaben zur Einrichtung*  ·  der Kunde trägt sie ein
              :white_circle:  *Abrechnungsübertragung*  ·  nach den Schritten darüber
              :white_circle:  *Essentials Bootstrap Role*  ·  sobald die Konto-ID geprüft ist
              :point_right: *Der Kunde ist an der Reihe* (<@U0CUSTOMER>)  ·  nächste Erinnerung \
              <!date^1796202000^{date_short_pretty} um {time}|2. Dez. 2026 09:00 UTC>  ·  gestartet \
              von <@U0ENGINEER>
              Angaben eintragen
              Später erinnern
              In 1 Tag
              In 3 Tagen
              In 7 Tagen
              Zu neuem Konto wechseln
              Ein neues AWS-Konto einrichten?
              Der Kunde registriert zuerst ein neues AWS-Konto. Die Kontaktdaten bleiben erhalten; \
              die Konto-ID wird verworfen.
              Neues Konto
              Jetzt nicht\
              """);

      world.press(CARLA, "enter_details");
      assertThat(world.view(CARLA).toString()).contains("ID des Verwaltungskontos", "Schließen");
      Map<String, String> wrong = new HashMap<>(World.details());
      wrong.put("account_id", "12345");
      assertThat(world.submit(CARLA, wrong).fieldErrors().get("account_id"))
          .contains("genau 12 Ziffern");
      world.submit(CARLA, World.details());
      assertThat(world.lastSaid()).contains("Vielen Dank, die Angaben sind da.", ACCOUNT);

      world.review();
      assertThat(world.cardText())
          .contains("Übertragung beginnt 1. Januar 2027", "Einladung gesendet", "In AWS annehmen");
      world.jump(Duration.ofDays(1));
      assertThat(world.lastReminder().replaceAll("<[^|>]+param_ExternalId[^|>]+", "<LINK"))
          .isEqualTo(
              """
              <@U0CUSTOMER>, noch offen für *Müller &amp; Söhne* (Wartezeit: 24 Stunden):
              • *Nehmen Sie die Einladung zur Abrechnungsübertragung an*, als Administrator von \
              Konto `222233334444`: <https://console.aws.amazon.com/costmanagement/home#/transferbilling\
              |Abrechnungsübertragung in AWS öffnen>, _Outbound billing_ (ausgehende Abrechnung), \
              _Accept_ (Annehmen). Frist: <!date^1797411600^{date_short_pretty} um {time}\
              |16. Dez. 2026 09:00 UTC>, noch 14 Tage.
              • *Stellen Sie die Essentials Bootstrap Role bereit*, in Konto `222233334444`: \
              <LINK|vorbereiteten Stack öffnen>, IAM-Bestätigung ankreuzen, _Stack erstellen_.
              In AWS annehmen
              Rolle bereitstellen
              Jetzt prüfen
              Später erinnern
              In 1 Tag
              In 3 Tagen
              In 7 Tagen\
              """);

      assertThat(world.told(CARLA, () -> world.press(CARLA, "snooze", "3")))
          .startsWith("Keine Erinnerungen bis <!date^");
      world.aws.accept(world.handshake());
      world.deployRole();
      world.press(CARLA, "check_now");
      assertThat(world.cardText())
          .contains("3 von 3", "Abgeschlossen", "Alles ist erledigt. Vielen Dank!");
      assertThat(world.lastSaid()).contains("die Einrichtung von", "ist abgeschlossen");
      assertNoEnglish(world);
    }
  }

  @Test
  void a_spanish_new_account_is_read_in_spanish() {
    try (World world = new World(directory)) {
      start(world, "new", "es");
      world.press(CARLA, "enter_details");
      assertThat(world.view(CARLA).toString()).contains("Tarjeta de pago", "Guardar los datos");
      Map<String, Object> details =
          Map.of(
              "root_email",
              "carla.customer@acme.example",
              "account_name",
              "Acme",
              "card_ready",
              List.of("ready"),
              "contact_name",
              "Carla Customer",
              "contact_email",
              "carla@acme.example");
      assertThat(world.submit(CARLA, details).fieldErrors().get("root_email"))
          .contains("una sola persona", "envíe el formulario otra vez");
      assertThat(world.submit(CARLA, details).fieldErrors()).isEmpty();
      assertThat(world.cardText())
          .contains(
              "Müller & Söhne · Nueva cuenta de AWS",
              "1 de 4",
              "*De camino a la cuenta nueva*",
              "Organización con todas las características",
              "*Le toca al cliente*",
              "no parece un alias de empresa",
              "Mi cuenta está lista");
      world.jump(Duration.ofDays(1));
      assertThat(world.lastReminder())
          .contains(
              "pendiente para *Müller &amp; Söhne* desde hace 24 horas:",
              "*Regístrese en AWS:*",
              "abrir la página de registro",
              "MFA para el usuario raíz",
              "Recordar más tarde");
      assertNoEnglish(world);
    }
  }

  /** Looks for words that are in nearly every English sentence of ours. */
  private static void assertNoEnglish(World world) {
    assertThat(world.cardText() + world.thread())
        .doesNotContainPattern("(?i)\\b(the|and|please|with|your)\\b");
  }

  @Test
  void what_belongs_to_no_single_setup_is_in_the_installations_language() {
    try (World world = new World(directory, Map.of("LANGUAGE", "de"))) {
      assertThat(world.answer(ERIN, "/aws-setup help")).contains("führt einen Kunden durch");
      world.type(ERIN, "/aws-setup transfer");
      assertThat(world.view(ERIN).toString()).contains("Was braucht der Kunde?", "\"Deutsch\"");
      world.submit(ERIN, Map.of("customer_name", "Acme", "language", "es"));
      assertThat(world.cardText()).contains("Le toca al cliente");
      assertThat(world.answer(ERIN, "/aws-setup status"))
          .contains("Wartet auf den Kunden: die Angaben eintragen");
      assertThat(world.answer(ERIN, "/aws-setup history"))
          .contains("hat die Einrichtung gestartet: Abrechnung übertragen");
      world.type(ERIN, "/aws-setup cancel");
      assertThat(world.view(ERIN).toString()).contains("Einrichtung abbrechen");
      assertThat(world.submit(ERIN, Map.of("reason", " ")).fieldErrors().get("reason"))
          .startsWith("Bitte sagen Sie");
      assertThat(world.home(ERIN)).contains("Offene Einrichtungen");
      assertThat(world.told(CARLA, () -> world.press(CARLA, "snooze", "1")))
          .startsWith("Sin recordatorios hasta <!date^");
    }
  }

  @Test
  void a_setup_speaks_the_installations_language_unless_another_is_chosen() {
    try (World world = new World(directory, Map.of("LANGUAGE", "es"))) {
      world.type(ERIN, "/aws-setup transfer");
      assertThat(
              ModalFields.elementOf(world.view(ERIN), "language").get("initial_option").toString())
          .contains("Español");
      world.submit(ERIN, Map.of("customer_name", "Acme"));
      assertThat(world.cardText()).contains("Le toca al cliente");
    }
  }
}
