package awssetup.store;

import static awssetup.store.Samples.ACCOUNT;
import static awssetup.store.Samples.ACME;
import static awssetup.store.Samples.ACME_AWS;
import static awssetup.store.Samples.GLOBEX;
import static awssetup.store.Samples.GLOBEX_AWS;
import static awssetup.store.Samples.NOW;
import static awssetup.store.Samples.OTHER_ACCOUNT;
import static awssetup.store.Samples.account;
import static awssetup.store.Samples.details;
import static awssetup.store.Samples.edit;
import static awssetup.store.Samples.ended;
import static awssetup.store.Samples.invited;
import static awssetup.testkit.People.Ids.CARLA;
import static awssetup.testkit.People.Ids.ERIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.ports.RequestId;
import awssetup.setup.AuditEvent;
import awssetup.setup.CancelSetup;
import awssetup.setup.Change;
import awssetup.setup.Ending;
import awssetup.setup.Forget;
import awssetup.setup.Invitation;
import awssetup.setup.NotPossible;
import awssetup.setup.Option;
import awssetup.setup.ReminderHistory;
import awssetup.setup.Role;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.Snooze;
import awssetup.setup.SubmitDetails;
import awssetup.setup.TransferStatus;
import awssetup.testkit.People;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Facts come back as they were saved, and impossible ones are not saved. */
abstract class SetupsContract extends StoreContract {

  @Test
  void a_request_counts_once_and_one_that_was_refused_has_not_counted() {
    setups.create(Samples.start(ACME, ACME_AWS, NOW), NOW);
    RequestId request = new RequestId("0123456789abcdef0123456789abcdef");
    assertThatThrownBy(
            () ->
                setups.changeOnce(
                    request,
                    ACME,
                    Samples.refusing(new NotPossible(NotPossible.Why.NOT_READY)),
                    NOW))
        .isInstanceOf(NotPossible.class);
    assertThat(setups.hasCounted(request)).isFalse();

    Setup first = setups.changeOnce(request, ACME, edit(f -> f.customerName = "Acme"), NOW);
    assertThat(setups.hasCounted(request)).isTrue();
    setups.change(ACME, edit(f -> f.customerName = "Acme Robotics"), NOW);
    Setup again = setups.changeOnce(request, ACME, edit(f -> f.customerName = "Acme"), NOW);
    assertThat(again.version()).isEqualTo(first.version() + 1);
    assertThat(again.customerName()).isEqualTo("Acme Robotics");
  }

  @Test
  void requests_from_before_a_moment_are_forgotten() {
    RequestId request = new RequestId("0123456789abcdef0123456789abcdef");
    RequestId later = new RequestId("fedcba9876543210fedcba9876543210");
    assertThat(setups.count(request, NOW)).isTrue();
    assertThat(setups.count(later, NOW.plusMillis(1))).isTrue();

    setups.forgetRequests(NOW);
    assertThat(setups.hasCounted(request)).isTrue();

    setups.forgetRequests(NOW.plusMillis(1));
    assertThat(setups.hasCounted(request)).isFalse();
    assertThat(setups.hasCounted(later)).isTrue();
  }

  @Test
  void a_new_setup_comes_back_with_nothing_but_its_start() {
    Change start = Samples.start(ACME, ACME_AWS, NOW);
    setups.create(start, NOW);

    Setup found = setups.find(ACME).orElseThrow();
    Setup.Facts expected = start.after().facts();
    expected.version = 1;
    assertThat(found.facts()).usingRecursiveComparison().isEqualTo(expected);
    assertThat(found.role()).isEqualTo(Role.UNSEEN);
    assertThat(found.reminderHistory()).isEqualTo(ReminderHistory.NEVER);
    assertThat(setups.find(GLOBEX)).isEmpty();
  }

  @Test
  void every_fact_comes_back_as_it_was_saved() throws Exception {
    Setup before = started(ACME);
    Setup.Facts expected = before.facts();
    Samples.everything(expected);
    expected.version = 2;
    assertNothingIsMissingIn(expected);

    Setup changed = setups.change(ACME, edit(Samples::everything), NOW);

    assertThat(changed.facts()).usingRecursiveComparison().isEqualTo(expected);
    assertThat(setups.find(ACME).orElseThrow().facts())
        .usingRecursiveComparison()
        .isEqualTo(expected);
  }

  @Test
  void no_row_names_a_person_once_a_setup_is_forgotten() {
    started(ACME);
    edited(ACME, details("root@acme.example").andThen(account(ACCOUNT)));
    edited(ACME, invited(Optional.empty()));
    edited(ACME, invited(Optional.of(TransferStatus.CANCELED)));
    sql("UPDATE invitations SET notes = 'Hello Colin'");
    setups.change(ACME, Samples.audited(AuditEvent.Kind.SNOOZED, null), NOW);
    edited(ACME, Samples::everything);
    sql("UPDATE setups SET forgotten_at = NULL");

    setups.change(ACME, new Forget(People.Ids.SAM), NOW);

    List<String> rows = new ArrayList<>();
    for (String table : List.of("setups", "invitations", "audit_events", "messages")) {
      database
          .jdbi()
          .useHandle(
              h ->
                  h.createQuery("SELECT * FROM " + table).mapToMap().list().stream()
                      .map(row -> row.toString().toLowerCase(Locale.ROOT))
                      .forEach(rows::add));
    }
    assertThat(rows)
        .hasSizeGreaterThan(4)
        .noneMatch(
            row ->
                row.matches(
                    "(?s).*(carla|colin|root@|@acme|see po|not today|acme production|\\+49|\\+1"
                        + " 555).*"))
        .noneMatch(row -> row.contains(CARLA.value().toLowerCase(Locale.ROOT)))
        .noneMatch(row -> row.contains(ERIN.value().toLowerCase(Locale.ROOT)));
    assertThat(setups.history(ACME))
        .last()
        .extracting(AuditEvent::by)
        .isEqualTo(Optional.of(People.Ids.SAM));
    assertThat(setups.find(ACME).orElseThrow().forgottenAt()).contains(NOW);
  }

  @Test
  void only_ended_setups_that_still_name_people_are_found_for_forgetting() {
    started(ACME);
    started(GLOBEX, GLOBEX_AWS);
    edited(ACME, ended(Ending.Outcome.COMPLETED));
    List<SetupId> found = new ArrayList<>();
    setups.forEachRemembered(NOW, found::add);
    assertThat(found).isEmpty();
    setups.forEachRemembered(NOW.plusMillis(1), found::add);
    assertThat(found).containsExactly(ACME);
    assertThat(setups.endedIn(ACME_AWS)).extracting(Setup::id).containsExactly(ACME);
    assertThat(setups.endedIn(GLOBEX_AWS)).isEmpty();

    setups.change(ACME, new Forget(ERIN), NOW);

    setups.forEachRemembered(NOW.plusMillis(1), id -> found.clear());
    assertThat(found).containsExactly(ACME);
    assertThat(setups.endedIn(ACME_AWS)).isEmpty();
  }

  @Test
  void facts_can_be_forgotten_again() {
    Setup.Facts blank = started(ACME).facts();
    edited(ACME, Samples::everything);
    Setup after =
        setups.change(
            ACME, (setup, now) -> new Change(blank.toSetup(), false, List.of(), List.of()), NOW);

    blank.version = 3;
    assertThat(after.facts()).usingRecursiveComparison().isEqualTo(blank);
  }

  @Test
  void instants_are_kept_to_the_millisecond_and_returned_that_way() {
    Instant fine = NOW.plusNanos(987_654);
    setups.create(Samples.start(ACME, ACME_AWS, fine), fine);
    Instant[] seen = new Instant[1];
    Setup changed =
        setups.change(
            ACME,
            (setup, now) -> {
              seen[0] = now;
              return edit(f -> f.preparedAt = Optional.of(fine)).apply(setup, now);
            },
            fine);

    assertThat(seen[0]).isEqualTo(NOW);
    assertThat(changed.preparedAt()).contains(NOW);
    assertThat(changed.startedAt()).isEqualTo(NOW);
    assertThat(changed.facts())
        .usingRecursiveComparison()
        .isEqualTo(setups.find(ACME).orElseThrow().facts());
  }

  @Test
  void every_status_is_kept() {
    started(ACME);
    for (TransferStatus status : TransferStatus.values()) {
      Setup changed = edited(ACME, details(null).andThen(invited(Optional.of(status))));
      assertThat(changed.invitation().flatMap(Invitation::sent).map(Invitation.Sent::status))
          .contains(status);
    }
  }

  @Test
  void a_start_that_is_submitted_twice_counts_once() {
    setups.create(Samples.start(ACME, ACME_AWS, NOW), NOW);
    setups.create(Samples.start(ACME, GLOBEX_AWS, NOW.plusSeconds(1)), NOW.plusSeconds(1));

    assertThat(setups.find(ACME).orElseThrow().channel()).isEqualTo(ACME_AWS);
    assertThat(setups.history(ACME)).hasSize(1);
    assertThat(outbox.owed(ACME)).hasSize(1);
    assertThat(woken).containsExactly(ACME);
  }

  @Test
  void every_saved_change_makes_a_new_version_and_a_refused_one_does_not() {
    started(ACME);
    assertThat(edited(ACME, f -> f.orderId = Optional.of("1")).version()).isEqualTo(2);
    assertThat(setups.change(ACME, (setup, now) -> Change.none(setup), NOW).version()).isEqualTo(2);
    assertThatThrownBy(
            () ->
                setups.change(ACME, Samples.refusing(new NotPossible(NotPossible.Why.ENDED)), NOW))
        .isInstanceOf(NotPossible.class);
    assertThat(setups.record(ACME, edit(f -> {}), NOW).version()).isEqualTo(3);
    assertThat(woken).containsExactly(ACME, ACME);
  }

  @Test
  void a_setup_that_does_not_exist_cannot_change() {
    assertThatThrownBy(() -> edited(ACME, f -> {})).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void earlier_rounds_stay_as_history() {
    started(ACME);
    edited(ACME, details(null).andThen(invited(Optional.of(TransferStatus.DECLINED))));
    Setup second = edited(ACME, invited(Optional.of(TransferStatus.REQUESTED)));
    assertThat(second.invitation().orElseThrow().round()).isEqualTo(2);
    assertThat(count("invitations WHERE dropped_at IS NOT NULL")).isEqualTo(1);

    Setup none = edited(ACME, f -> f.invitation = Optional.empty());
    assertThat(none.invitation()).isEmpty();
    assertThat(none.rounds()).isEqualTo(2);
    assertThat(count("invitations WHERE dropped_at IS NOT NULL")).isEqualTo(2);
    assertThat(edited(ACME, invited(Optional.empty())).invitation().orElseThrow().round())
        .isEqualTo(3);
  }

  @Test
  void one_open_setup_per_account_until_it_ends() {
    started(ACME);
    started(GLOBEX, GLOBEX_AWS);
    edited(ACME, account(ACCOUNT));
    assertThat(setups.isBeingSetUp(ACCOUNT, GLOBEX)).isTrue();
    assertThat(setups.isBeingSetUp(ACCOUNT, ACME)).isFalse();
    assertThat(setups.isBeingSetUp(OTHER_ACCOUNT, GLOBEX)).isFalse();
    assertThatThrownBy(
            () -> edited(GLOBEX, account(ACCOUNT).andThen(f -> f.orderId = Optional.of("7"))))
        .isInstanceOfSatisfying(
            NotPossible.class, e -> assertThat(e.why()).isEqualTo(NotPossible.Why.ACCOUNT_TAKEN));
    assertThat(setups.find(GLOBEX).orElseThrow().orderId()).isEmpty();

    edited(ACME, ended(Ending.Outcome.CANCELLED));
    assertThat(setups.isBeingSetUp(ACCOUNT, GLOBEX)).isFalse();
    assertThat(edited(GLOBEX, account(ACCOUNT)).account()).isPresent();
    assertThatThrownBy(() -> edited(ACME, f -> f.ending = Optional.empty()))
        .isInstanceOf(NotPossible.class);
  }

  @Test
  void one_open_setup_per_root_email_in_any_case_until_it_ends() {
    started(ACME);
    started(GLOBEX, GLOBEX_AWS);
    edited(ACME, details("Écoute.Root@Acme.example"));
    assertThat(setups.isRootEmailInUse("écoute.ROOT@acme.example", GLOBEX)).isTrue();
    assertThat(setups.isRootEmailInUse("écoute.ROOT@acme.example", ACME)).isFalse();
    assertThatThrownBy(() -> edited(GLOBEX, details("éCOUTE.root@acme.EXAMPLE")))
        .isInstanceOfSatisfying(
            NotPossible.class,
            e -> assertThat(e.why()).isEqualTo(NotPossible.Why.ROOT_EMAIL_TAKEN));

    edited(ACME, ended(Ending.Outcome.COMPLETED));
    assertThat(setups.isRootEmailInUse("écoute.root@acme.example", GLOBEX)).isFalse();
    edited(GLOBEX, details("éCOUTE.root@acme.EXAMPLE"));
  }

  @Test
  void an_email_that_looks_like_a_column_is_not_mistaken_for_one() {
    started(ACME);
    started(GLOBEX, GLOBEX_AWS);
    edited(ACME, details("setups.account_id@acme.example"));
    assertThatThrownBy(() -> edited(GLOBEX, details("setups.account_id@acme.example")))
        .isInstanceOfSatisfying(
            NotPossible.class,
            e -> assertThat(e.why()).isEqualTo(NotPossible.Why.ROOT_EMAIL_TAKEN));
  }

  @Test
  void the_audit_trail_is_read_in_the_order_it_was_written() {
    setups.create(Samples.start(ACME, ACME_AWS, NOW), NOW);
    Instant later = NOW.plus(Duration.ofDays(1));
    setups.change(ACME, Samples.audited(AuditEvent.Kind.REVIEWED, "012345678901"), later);
    setups.record(ACME, Samples.audited(AuditEvent.Kind.SNOOZED, null), NOW);
    started(GLOBEX, GLOBEX_AWS);

    assertThat(setups.history(ACME))
        .containsExactly(
            new AuditEvent(
                NOW,
                Optional.of(ERIN),
                AuditEvent.Kind.STARTED,
                Optional.of(Option.NEW_ACCOUNT.key())),
            new AuditEvent(
                later, Optional.of(ERIN), AuditEvent.Kind.REVIEWED, Optional.of("012345678901")),
            new AuditEvent(NOW, Optional.of(ERIN), AuditEvent.Kind.SNOOZED, Optional.empty()));
  }

  @Test
  void every_kind_of_event_is_kept() {
    started(ACME);
    for (AuditEvent.Kind kind : AuditEvent.Kind.values()) {
      setups.record(ACME, Samples.audited(kind, null), NOW);
      assertThat(setups.history(ACME)).last().extracting(AuditEvent::kind).isEqualTo(kind);
    }
  }

  @Test
  void a_draft_is_found_only_for_the_person_who_opened_it() {
    setups.draft(ACME, ACME_AWS, ERIN, NOW);
    assertThat(setups.draftedIn(ACME, ERIN)).contains(ACME_AWS);
    assertThat(setups.draftedIn(ACME, CARLA)).isEmpty();
    assertThat(setups.draftedIn(GLOBEX, ERIN)).isEmpty();

    setups.draft(GLOBEX, GLOBEX_AWS, ERIN, NOW.plus(Duration.ofDays(31)));
    assertThat(setups.draftedIn(ACME, ERIN)).isEmpty();
  }

  @Test
  void an_impossible_row_fails_loudly() {
    started(ACME);
    sql("UPDATE setups SET channel = '<!channel>'");
    assertThatThrownBy(() -> setups.find(ACME))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(ACME.value());
    sql("UPDATE setups SET channel = 'C0ACME', version = 7");
    assertThat(setups.find(ACME).orElseThrow().version()).isEqualTo(7);
  }

  @Test
  void the_tables_refuse_impossible_rows() {
    started(ACME);
    for (String lie :
        List.of(
            "option = 'other'",
            "version = 0",
            "account_id = '12'",
            "account_id = '012345678901'",
            "details_at = 1",
            "overdue_round = 1",
            "turn_step = 'details'",
            "ended_at = 1",
            "language = 'fr'",
            "channel = NULL")) {
      assertThatThrownBy(() -> sql("UPDATE setups SET " + lie)).as(lie).isNotNull();
    }
  }

  @Test
  void a_real_journey_is_kept_step_by_step() {
    started(ACME);
    Setup.Facts sample = setups.find(ACME).orElseThrow().facts();
    details("root@acme.example").accept(sample);
    setups.change(
        ACME,
        new SubmitDetails(
            CARLA, Option.NEW_ACCOUNT, sample.details.orElseThrow(), Optional.empty()),
        NOW);
    setups.change(ACME, new Snooze(CARLA, Duration.ofDays(1)), NOW);
    Setup cancelled = setups.change(ACME, new CancelSetup(ERIN, "changed plans"), NOW);

    assertThat(cancelled.isOpen()).isFalse();
    assertThat(cancelled.reminderHistory().snoozedUntil()).contains(NOW.plus(Duration.ofDays(1)));
    assertThat(setups.history(ACME))
        .extracting(AuditEvent::kind)
        .containsExactly(
            AuditEvent.Kind.STARTED,
            AuditEvent.Kind.DETAILS_SUBMITTED,
            AuditEvent.Kind.SNOOZED,
            AuditEvent.Kind.CANCELLED);
  }

  /** A fact that is added later must be added to the sample, and so to this test. */
  private static void assertNothingIsMissingIn(Object value) throws Exception {
    if (value instanceof Setup.Facts) {
      for (Field field : Setup.Facts.class.getFields()) {
        assertIsThere(field.getName(), field.get(value));
      }
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        assertIsThere(component.getName(), component.getAccessor().invoke(value));
      }
    }
  }

  private static void assertIsThere(String name, Object value) throws Exception {
    if (value instanceof Optional<?> maybe) {
      assertThat(maybe).as(name).isPresent();
      assertNothingIsMissingIn(maybe.get());
    } else if (value instanceof OptionalInt maybe) {
      assertThat(maybe).as(name).isPresent();
    } else {
      assertThat(value).as(name).isNotNull().isNotEqualTo(0).isNotEqualTo(false);
      assertNothingIsMissingIn(value);
    }
  }
}
