package awssetup.followup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.store.Database;
import awssetup.store.maintenance.Databases;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On SQLite one statement picks everything that is due. */
class BatchPollingTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final int THREADS = 8;

  @TempDir Path dir;
  private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final AtomicInteger picks = new AtomicInteger();
  private final OneTimeTask<Void> task =
      Tasks.oneTime("task")
          .execute(
              (instance, context) -> {
                begun.add(instance.getId());
                await(mayEnd);
              });
  private Database database;
  private Scheduler scheduler;

  @BeforeEach
  void open() {
    database = Databases.open("jdbc:sqlite:" + dir.resolve("store.db"));
  }

  @AfterEach
  void close() {
    mayEnd.countDown();
    scheduler.stop();
    database.close();
  }

  @Test
  void all_that_is_due_is_picked_in_one_transaction() throws InterruptedException {
    for (int i = 0; i < THREADS; i++) {
      schedule("due " + i, NOW.minusSeconds(i));
    }
    schedule("later", NOW.plusSeconds(1));
    start(THREADS);

    assertThat(next(THREADS)).doesNotContain("later").doesNotHaveDuplicates();
    assertThat(picks).hasValue(1);
  }

  @Test
  void what_has_been_due_longest_goes_first_and_nothing_before_its_time()
      throws InterruptedException {
    schedule("second", NOW.minusSeconds(1));
    schedule("later", NOW.plusSeconds(1));
    schedule("first", NOW.minusSeconds(2));
    schedule("third", NOW);
    mayEnd.countDown();
    start(1);

    assertThat(next(3)).containsExactly("first", "second", "third");
  }

  private void schedule(String id, Instant at) {
    SchedulerClient.Builder.create(database.dataSource(), task)
        .build()
        .scheduleIfNotExists(task.instance(id), at);
  }

  private void start(int threads) {
    scheduler =
        Scheduler.create(database.dataSource(), task)
            .jdbcCustomization(new BatchPolling(this::counted))
            .pollUsingLockAndFetch(0.5, 1.0)
            .clock(() -> NOW)
            .threads(threads)
            .pollingInterval(Duration.ofMillis(10))
            .shutdownMaxWait(Duration.ofSeconds(3))
            .build();
    scheduler.start();
  }

  private <T> T counted(Supplier<T> work) {
    picks.incrementAndGet();
    return database.inTransaction(work);
  }

  private List<String> next(int howMany) throws InterruptedException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < howMany; i++) {
      ids.add(begun.poll(30, TimeUnit.SECONDS));
    }
    return ids;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
