package awssetup.store;

import static awssetup.store.Samples.ACCOUNT;
import static awssetup.store.Samples.ACME;
import static awssetup.store.Samples.ACME_AWS;
import static awssetup.store.Samples.GLOBEX;
import static awssetup.store.Samples.NOW;
import static awssetup.store.Samples.account;
import static awssetup.store.Samples.details;
import static awssetup.testkit.People.Ids.CARLA;
import static awssetup.testkit.People.Ids.ERIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.setup.AccountId;
import awssetup.setup.Change;
import awssetup.setup.Intent;
import awssetup.setup.NotPossible;
import awssetup.setup.PreparationItem;
import awssetup.setup.ReportAccount;
import awssetup.setup.ReviewInvitation;
import awssetup.setup.Reviewers;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.store.maintenance.Databases;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Facts and wake-ups are saved together or not at all, also with concurrent writers. */
abstract class TransactionsContract extends StoreContract {
  private static final int TIMES = 20;
  private static final AccountId OTHER = Samples.OTHER_ACCOUNT;
  private static final Set<PreparationItem> PREPARED = EnumSet.allOf(PreparationItem.class);

  private final List<String> ran = new ArrayList<>();
  private final OneTimeTask<Void> followUp =
      Tasks.oneTime("follow-up").execute((instance, context) -> ran.add(instance.getId()));

  @Test
  void a_wake_up_is_part_of_the_change_that_causes_it() {
    SchedulerClient scheduler = scheduler();
    onWake =
        id -> {
          assertThat(setups.find(id)).as("seen within the transaction").isPresent();
          scheduler.scheduleIfNotExists(followUp.instance(id.value()), NOW);
        };
    onCommitted = () -> assertThat(countElsewhere("scheduled_tasks")).isEqualTo(1);

    started(ACME);
    assertThat(count("scheduled_tasks")).isEqualTo(1);
  }

  @Test
  void a_wake_up_that_fails_rolls_everything_back() {
    SchedulerClient scheduler = scheduler();
    onWake =
        id -> {
          scheduler.scheduleIfNotExists(followUp.instance(id.value()), NOW);
          throw new IllegalStateException("no scheduler");
        };
    onCommitted = () -> ran.add("committed");

    assertThatThrownBy(() -> started(ACME)).hasMessage("no scheduler");

    for (String table :
        List.of("setups", "audit_events", "messages", "invitations", "scheduled_tasks")) {
      assertThat(count(table)).as(table).isZero();
    }
    assertThat(ran).isEmpty();
  }

  @Test
  void a_change_that_is_refused_or_rolled_back_leaves_no_wake_up() {
    SchedulerClient scheduler = scheduler();
    started(ACME);
    onWake = id -> scheduler.scheduleIfNotExists(followUp.instance(id.value()), NOW);
    onCommitted = () -> ran.add("committed");

    NotPossible no = new NotPossible(NotPossible.Why.ENDED);
    assertThatThrownBy(() -> setups.change(ACME, Samples.refusing(no), NOW)).isSameAs(no);
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      edited(ACME, f -> f.orderId = Optional.of("7"));
                      throw new IllegalStateException("later");
                    }))
        .hasMessage("later");

    assertThat(count("scheduled_tasks")).isZero();
    assertThat(setups.find(ACME).orElseThrow().orderId()).isEmpty();
    assertThat(ran).isEmpty();
  }

  @Test
  void what_follows_a_commit_cannot_undo_it() {
    onCommitted =
        () -> {
          throw new IllegalStateException("the scheduler is stopping");
        };
    assertThat(started(ACME).id()).isEqualTo(ACME);
  }

  @Test
  void the_commit_is_announced_after_the_outermost_transaction() {
    List<String> order = new ArrayList<>();
    onCommitted = () -> order.add("committed");
    database.inTransaction(
        () -> {
          started(ACME);
          order.add("joined");
        });
    assertThat(order).containsExactly("joined", "committed");
  }

  @Test
  void a_caught_failure_of_a_part_still_rolls_back_the_rest() {
    Runnable work =
        () -> {
          started(ACME);
          try {
            database.inTransaction(
                () -> {
                  throw new IllegalStateException("part");
                });
          } catch (IllegalStateException swallowed) {
            assertThat(swallowed).hasMessage("part");
          }
        };
    assertThatThrownBy(() -> database.inTransaction(work)).hasMessageContaining("has failed");
    assertThat(setups.find(ACME)).isEmpty();
  }

  @Test
  void a_lent_connection_cannot_end_the_transaction() {
    Runnable work =
        () -> {
          started(ACME);
          try (Connection lent = database.dataSource().getConnection()) {
            lent.commit();
            lent.setAutoCommit(true);
            lent.rollback();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
          assertThat(setups.find(ACME)).isPresent();
          throw new IllegalStateException("after all");
        };
    assertThatThrownBy(() -> database.inTransaction(work)).hasMessage("after all");
    assertThat(setups.find(ACME)).isEmpty();
  }

  @Test
  void outside_a_transaction_each_statement_is_committed_at_once() throws SQLException {
    started(ACME);
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE setups SET order_id = '7'");
      assertThat(countElsewhere("setups WHERE order_id = '7'")).isEqualTo(1);
    }
  }

  @Test
  void two_that_change_the_same_setup_at_once_both_count() throws Exception {
    started(ACME);
    try (Database another = Databases.open(url)) {
      StoredSetups others = new StoredSetups(another, wakeUps);
      atOnce(() -> countUp(setups), () -> countUp(others), () -> countUp(setups));
    }
    assertThat(setups.find(ACME).orElseThrow().orderId()).contains(String.valueOf(3 * TIMES));
    assertThat(setups.find(ACME).orElseThrow().version()).isEqualTo(1 + 3 * TIMES);
    assertThat(outbox.owed(ACME)).hasSize(1 + 3 * TIMES);
  }

  @Test
  void a_review_never_outlives_a_correction_that_comes_at_the_same_time() throws Exception {
    started(ACME);
    try (Database another = Databases.open(url)) {
      StoredSetups others = new StoredSetups(another, wakeUps);
      for (int i = 0; i < TIMES; i++) {
        edited(
            ACME,
            details(null)
                .andThen(account(ACCOUNT))
                .andThen(f -> f.prepared = EnumSet.allOf(PreparationItem.class))
                .andThen(f -> f.invitation = Optional.empty()));
        atOnce(
            () -> changed(others, new ReportAccount(CARLA, Optional.of(OTHER), PREPARED)),
            () ->
                changed(
                    setups,
                    new ReviewInvitation(
                        ERIN,
                        ACCOUNT,
                        YearMonth.of(2027, 1),
                        "Acme",
                        Optional.empty(),
                        Reviewers.ANY_ENGINEER)));
        Setup after = setups.find(ACME).orElseThrow();
        assertThat(after.account().orElseThrow().id()).isEqualTo(OTHER);
        assertThat(after.accountInReview()).isEmpty();
      }
    }
  }

  private static Void changed(StoredSetups setups, Intent intent) {
    try {
      setups.change(ACME, intent, NOW);
    } catch (NotPossible no) {
      assertThat(no.why()).isEqualTo(NotPossible.Why.REVIEW_VOID);
    }
    return null;
  }

  @Test
  void a_held_setup_stays_unchanged_until_the_end() throws Exception {
    started(ACME);
    CountDownLatch held = new CountDownLatch(1);
    List<Long> versions = new ArrayList<>();
    atOnce(
        () -> {
          setups.holding(
              ACME,
              version -> {
                held.countDown();
                versions.add(version);
                versions.add(setups.find(ACME).orElseThrow().version());
              });
          return null;
        },
        () -> {
          held.await();
          return edited(ACME, f -> {});
        });
    setups.holding(ACME, versions::add);
    setups.holding(GLOBEX, versions::add);
    assertThat(versions).containsExactly(1L, 1L, 2L, 0L);
  }

  @Test
  void two_that_start_the_same_setup_at_once_start_one() throws Exception {
    Callable<Void> start =
        () -> {
          setups.create(Samples.start(ACME, ACME_AWS, NOW), NOW);
          return null;
        };
    atOnce(start, start, start, start);
    assertThat(setups.history(ACME)).hasSize(1);
    assertThat(woken).containsExactly(ACME);
  }

  @Test
  void two_that_report_the_same_account_at_once_cannot_both_have_it() throws Exception {
    started(ACME);
    started(GLOBEX);
    List<Boolean> kept =
        atOnce(() -> keptAccount(ACME), () -> keptAccount(GLOBEX)).stream().sorted().toList();
    assertThat(kept).containsExactly(false, true);
  }

  @Test
  void the_scheduler_finds_what_was_scheduled_when_it_is_due() {
    SettableClock clock = new SettableClock();
    clock.set(NOW);
    ManualScheduler scheduler =
        TestHelper.createManualScheduler(database.dataSource(), followUp).clock(clock).start();
    onWake = id -> scheduler.scheduleIfNotExists(followUp.instance(id.value()), NOW.plusSeconds(5));
    started(ACME);
    assertThat(scheduler.getScheduledExecutions().get(0).getExecutionTime())
        .isEqualTo(NOW.plusSeconds(5));

    scheduler.runAnyDueExecutions();
    assertThat(ran).isEmpty();
    clock.set(NOW.plusSeconds(5));
    scheduler.runAnyDueExecutions();
    assertThat(ran).containsExactly(ACME.value());
    assertThat(count("scheduled_tasks")).isZero();
    scheduler.stop();
  }

  private SchedulerClient scheduler() {
    return SchedulerClient.Builder.create(database.dataSource(), followUp).build();
  }

  /** What another thread sees, outside of this thread's transaction. */
  private int countElsewhere(String table) {
    try {
      return atOnce(() -> count(table)).get(0);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Void countUp(StoredSetups through) {
    for (int i = 0; i < TIMES; i++) {
      through.record(
          ACME,
          (setup, now) -> {
            int before = setup.orderId().map(Integer::parseInt).orElse(0);
            var edited =
                Samples.edit(f -> f.orderId = Optional.of(String.valueOf(before + 1)))
                    .apply(setup, now);
            var said = Samples.saying(Samples.NOTICE).apply(setup, now);
            return new Change(edited.after(), false, edited.events(), said.messages());
          },
          NOW);
    }
    return null;
  }

  private boolean keptAccount(SetupId id) {
    try {
      edited(id, Samples.account(Samples.ACCOUNT));
      return true;
    } catch (NotPossible taken) {
      return false;
    }
  }

  @SafeVarargs
  private static <T> List<T> atOnce(Callable<T>... works) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(works.length);
    try {
      CountDownLatch start = new CountDownLatch(works.length);
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> work : works) {
        running.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return work.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : running) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
