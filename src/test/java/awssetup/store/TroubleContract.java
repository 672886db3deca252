package awssetup.store;

import static awssetup.store.Samples.ACME;
import static awssetup.store.Samples.ACME_AWS;
import static awssetup.store.Samples.GLOBEX;
import static awssetup.store.Samples.NOW;
import static awssetup.testkit.People.Ids.ERIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.ports.StoreUnavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** If the database fails, there is one kind of exception and nothing is half saved. */
abstract class TroubleContract extends StoreContract {

  /** Blocks all other writers until it is closed. */
  abstract AutoCloseable lockedByAnother() throws Exception;

  /** Makes the database refuse writes from now on. */
  abstract void refuseWrites() throws Exception;

  @Test
  void a_locked_database_fails_in_time_and_works_again_afterwards() throws Exception {
    started(ACME);
    try (AutoCloseable lock = lockedByAnother()) {
      assertThat(lock).isNotNull();
      assertNotKept(() -> edited(ACME, f -> f.orderId = Optional.of("secret order")));
    }
    assertThat(setups.find(ACME).orElseThrow().version()).isEqualTo(1);

    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      edited(ACME, f -> f.orderId = Optional.of("7"));
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    assertThat(setups.find(ACME).orElseThrow().orderId()).isEmpty();
    assertThat(edited(ACME, f -> f.orderId = Optional.of("8")).orderId()).contains("8");
  }

  @Test
  void a_database_that_refuses_writes_keeps_what_it_has() throws Exception {
    started(ACME);
    var owed = outbox.owed(ACME).get(0).key();
    List<ThrowingCallable> writes =
        List.of(
            () -> edited(ACME, f -> f.orderId = Optional.of("secret order")),
            () -> setups.create(Samples.start(GLOBEX, ACME_AWS, NOW), NOW),
            () -> setups.draft(GLOBEX, ACME_AWS, ERIN, NOW),
            () -> outbox.owe(ACME, Samples.NOTICE, NOW),
            () -> outbox.drop(owed, NOW));
    for (ThrowingCallable write : writes) {
      refuseWrites();
      assertNotKept(write);
    }
  }

  @Test
  void a_database_that_is_gone_fails_every_call() {
    started(ACME);
    var key = outbox.owed(ACME).get(0).key();
    database.close();
    List<ThrowingCallable> calls = new ArrayList<>();
    calls.add(() -> setups.find(ACME));
    calls.add(() -> setups.openIn(ACME_AWS));
    calls.add(() -> setups.newestIn(ACME_AWS));
    calls.add(() -> setups.forEachOpen(setup -> {}));
    calls.add(() -> setups.forEachUnsettled(id -> {}));
    calls.add(() -> setups.watched());
    calls.add(() -> setups.history(ACME));
    calls.add(() -> setups.draftedIn(ACME, ERIN));
    calls.add(() -> setups.isBeingSetUp(Samples.ACCOUNT, ACME));
    calls.add(() -> setups.isRootEmailInUse("root@acme.example", ACME));
    calls.add(() -> setups.moveChannel(ACME_AWS, Samples.GLOBEX_AWS, NOW));
    calls.add(() -> edited(ACME, f -> {}));
    calls.add(() -> outbox.owed(ACME));
    calls.add(() -> outbox.card(ACME));
    calls.add(() -> outbox.attempting(key, NOW));
    calls.forEach(call -> assertThatThrownBy(call).isInstanceOf(StoreUnavailable.class));
  }

  @Test
  void a_failure_names_its_cause_and_no_values() {
    started(ACME);
    assertThatThrownBy(
            () -> edited(ACME, Samples.ended(null).andThen(f -> f.orderId = Optional.of("secret"))))
        .isInstanceOf(StoreUnavailable.class)
        .satisfies(this::saysNothingOfPeople)
        .hasRootCauseInstanceOf(SQLException.class);
  }

  void assertNotKept(ThrowingCallable write) {
    int woken = this.woken.size();
    assertThatThrownBy(write)
        .isInstanceOf(StoreUnavailable.class)
        .satisfies(this::saysNothingOfPeople);
    assertThat(this.woken).hasSize(woken);
  }

  private void saysNothingOfPeople(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      assertThat(t.toString()).doesNotContain("secret", "Acme", "no longer wanted");
    }
  }
}
