package awssetup.store.commit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.store.Sqlite;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that shares a commit is independent of the rest, unless the commit itself fails. */
class SharedCommitsTest {
  @TempDir Path dir;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final ExecutorService people = Executors.newCachedThreadPool(this::thread);
  private final AtomicInteger commits = new AtomicInteger();
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);
  private HikariDataSource pool;
  private SQLException atCommit;
  private SharedCommits shared;
  private Transactions transactions;

  @BeforeEach
  void open() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:sqlite:" + dir.resolve("store.db"));
    new Sqlite(config.getJdbcUrl()).configure(config);
    pool = new HikariDataSource(config);
    execute("CREATE TABLE words (word TEXT)");
    sharing(30_000);
  }

  private void sharing(long patienceMillis) {
    shared = new SharedCommits(counted(new SingleCommits(pool)), patienceMillis);
    transactions = new Transactions(pool, shared, failure -> {});
  }

  @AfterEach
  void close() {
    people.shutdownNow();
    pool.close();
  }

  /** Fails like a failing commit if the test wants that. */
  private Commits counted(Commits own) {
    return new Commits() {
      @Override
      public <T> T commit(Work<T> work) throws SQLException {
        T result =
            own.commit(
                connection -> {
                  T done = work.on(connection);
                  if (atCommit != null) {
                    throw atCommit;
                  }
                  return done;
                });
        commits.incrementAndGet();
        return result;
      }
    };
  }

  @Test
  void all_that_are_waiting_share_the_next_commit() throws Exception {
    Future<String> first = holdingUp();
    List<Future<String>> others = waiting(20, this::write);
    firstMayEnd.countDown();

    for (Future<String> other : others) {
      other.get();
    }
    assertThat(first.get()).isEqualTo("first");
    assertThat(words()).hasSize(21);
    assertThat(commits).hasValue(2);
  }

  @Test
  void work_that_comes_alone_does_not_wait() throws Exception {
    assertThat(write("alone")).isEqualTo("alone");
    assertThat(words()).containsExactly("alone");
    assertThat(commits).hasValue(1);
  }

  @Test
  void work_is_done_in_the_order_in_which_it_came() throws Exception {
    Future<String> first = holdingUp();
    List<Future<String>> others = waiting(5, this::write);
    firstMayEnd.countDown();
    first.get();
    others.get(4).get();
    assertThat(words()).containsExactly("first", "word 0", "word 1", "word 2", "word 3", "word 4");
  }

  @Test
  void work_that_fails_is_rolled_back_alone() throws Exception {
    IllegalStateException no = new IllegalStateException("no");
    Future<String> first = holdingUp();
    List<Future<String>> others =
        waiting(
            6,
            word ->
                transactions.run(
                    () -> {
                      insert(word);
                      if (word.endsWith("1") || word.endsWith("4")) {
                        throw no;
                      }
                      return word;
                    }));
    firstMayEnd.countDown();
    first.get();

    for (int i = 0; i < others.size(); i++) {
      Future<String> other = others.get(i);
      if (i == 1 || i == 4) {
        assertThatThrownBy(other::get).hasCause(no);
      } else {
        assertThat(other.get()).isEqualTo("word " + i);
      }
    }
    assertThat(words()).containsExactly("first", "word 0", "word 2", "word 3", "word 5");
    assertThat(commits).hasValue(2);
  }

  @Test
  void a_caught_failure_of_a_part_rolls_back_all_of_this_work_and_no_other() throws Exception {
    Future<String> first = holdingUp();
    List<Future<String>> others =
        waiting(
            2,
            word ->
                transactions.run(
                    () -> {
                      insert(word);
                      if (word.endsWith("0")) {
                        swallowed(() -> write("part that fails", true));
                      } else {
                        unchecked(() -> write("part"));
                      }
                      return word;
                    }));
    firstMayEnd.countDown();
    first.get();
    assertThatThrownBy(others.get(0)::get)
        .hasRootCauseMessage("a part of this transaction has failed");
    others.get(1).get();
    assertThat(words()).containsExactly("first", "word 1", "part");
  }

  @Test
  void what_follows_a_commit_runs_on_the_asking_thread_once_the_commit_is_visible()
      throws Exception {
    Future<String> first = holdingUp();
    List<String> seen = new ArrayList<>();
    List<Future<String>> others =
        waiting(
            3,
            word -> {
              Thread mine = Thread.currentThread();
              return transactions.run(
                  () -> {
                    transactions.afterCommit(
                        () -> {
                          synchronized (seen) {
                            seen.add(Thread.currentThread() == mine ? word : "elsewhere");
                            seen.add(words().contains(word) ? "kept" : "not kept");
                          }
                        });
                    if (word.endsWith("2")) {
                      throw new IllegalStateException("no");
                    }
                    return insert(word);
                  });
            });
    firstMayEnd.countDown();
    first.get();
    others.get(0).get();
    others.get(1).get();
    assertThatThrownBy(others.get(2)::get).hasRootCauseMessage("no");
    assertThat(seen).containsExactlyInAnyOrder("word 0", "kept", "word 1", "kept");
  }

  @Test
  void a_commit_that_fails_fails_all_that_share_it() throws Exception {
    Future<String> first = holdingUp();
    List<Future<String>> others = waiting(3, this::write);
    atCommit = new SQLException("no space left");
    firstMayEnd.countDown();

    assertThatThrownBy(first::get).hasCause(atCommit);
    for (Future<String> other : others) {
      assertThatThrownBy(other::get).hasCause(atCommit);
    }
    assertThat(words()).isEmpty();
    atCommit = null;
    write("later");
    assertThat(words()).containsExactly("later");
  }

  @Test
  void a_full_disk_rolls_back_all_that_share_the_commit() throws Exception {
    onAllConnections("PRAGMA max_page_count = 10");
    Future<String> first = holdingUp();
    List<Future<String>> others =
        waiting(3, word -> write(word.endsWith("1") ? "x".repeat(500_000) : word));
    firstMayEnd.countDown();

    first.get();
    for (Future<String> other : others) {
      assertThatThrownBy(other::get).hasRootCauseInstanceOf(SQLException.class);
      assertThatThrownBy(other::get).hasMessageContaining("SQLITE_FULL");
    }
    assertThat(words()).containsExactly("first");
    write("small");
    assertThat(words()).containsExactly("first", "small");
  }

  @Test
  void work_that_waits_too_long_gives_up_and_is_never_done() throws Exception {
    sharing(100);
    Future<String> first = holdingUp();
    Future<String> impatient = people.submit(() -> write("impatient"));

    assertThatThrownBy(impatient::get).hasCauseInstanceOf(SQLException.class);
    firstMayEnd.countDown();
    first.get();
    write("later");
    assertThat(words()).containsExactly("first", "later");
  }

  @Test
  void an_interrupted_thread_gives_up_and_the_others_do_not() throws Exception {
    Future<String> first = holdingUp();
    List<Future<String>> others = waiting(3, this::write);
    others.get(1).cancel(true);
    waitUntil(() -> waiting() == 2);
    firstMayEnd.countDown();
    first.get();
    others.get(0).get();
    others.get(2).get();
    assertThat(words()).containsExactly("first", "word 0", "word 2");
  }

  @Test
  void a_transaction_that_cannot_begin_fails_all_that_wait_for_it() throws Exception {
    pool.close();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> write("word"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("has been closed");
    }
  }

  @Test
  void many_threads_lose_nothing_and_share_many_commits() throws Exception {
    int threads = 24;
    int each = 50;
    List<Future<String>> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int person = i;
      all.add(
          people.submit(
              () -> {
                for (int n = 0; n < each; n++) {
                  String word = person + "/" + n;
                  if (n % 10 == 9) {
                    assertThatThrownBy(() -> write(word, true)).hasMessage("no");
                  } else {
                    write(word);
                    assertThat(words()).contains(word);
                  }
                }
                return "done";
              }));
    }
    for (Future<String> one : all) {
      one.get(60, SECONDS);
    }
    assertThat(words()).doesNotHaveDuplicates().hasSize(threads * each * 9 / 10);
    assertThat(commits.get()).isLessThan(threads * each / 2);
  }

  private interface Writing {
    String write(String word) throws Exception;
  }

  /** The first piece of work, which ends when the test lets it. */
  private Future<String> holdingUp() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Future<String> first =
        people.submit(
            () ->
                transactions.run(
                    () -> {
                      begun.countDown();
                      unchecked(
                          () -> {
                            firstMayEnd.await();
                            return "";
                          });
                      return insert("first");
                    }));
    begun.await();
    return first;
  }

  /** Adds more work, one piece after the other; all of it waits when this returns. */
  private List<Future<String>> waiting(int howMany, Writing writing) {
    List<Future<String>> all = new ArrayList<>();
    for (int i = 0; i < howMany; i++) {
      String word = "word " + i;
      all.add(people.submit(() -> writing.write(word)));
      int by = i + 1;
      waitUntil(() -> waiting() == by);
    }
    return all;
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    threads.add(thread);
    return thread;
  }

  /** How many threads wait for a commit, as their stacks show. */
  private long waiting() {
    return threads.stream()
        .filter(
            thread ->
                Arrays.stream(thread.getStackTrace())
                    .anyMatch(
                        frame ->
                            frame.getClassName().equals(SharedCommits.class.getName())
                                && frame.getMethodName().equals("waitForTurn")))
        .count();
  }

  private static void waitUntil(Supplier<Boolean> condition) {
    long end = System.nanoTime() + SECONDS.toNanos(10);
    while (!condition.get()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private String write(String word) throws SQLException {
    return write(word, false);
  }

  private String write(String word, boolean failing) throws SQLException {
    return transactions.run(
        () -> {
          insert(word);
          if (failing) {
            throw new IllegalStateException("no");
          }
          return word;
        });
  }

  private String insert(String word) {
    return unchecked(
        () -> {
          try (Connection connection = transactions.connection();
              var statement = connection.prepareStatement("INSERT INTO words VALUES (?)")) {
            statement.setString(1, word);
            statement.executeUpdate();
          }
          return word;
        });
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT word FROM words ORDER BY rowid")) {
      while (rows.next()) {
        words.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return words;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Holds all connections at once, so that each of the pool gets the pragma. */
  private void onAllConnections(String pragma) throws SQLException {
    List<Connection> all = new ArrayList<>();
    for (int i = 0; i < Sqlite.CONNECTIONS; i++) {
      all.add(pool.getConnection());
    }
    for (Connection connection : all) {
      try (connection;
          Statement statement = connection.createStatement()) {
        statement.execute(pragma);
      }
    }
  }

  private static <T> T unchecked(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void swallowed(Callable<?> work) {
    assertThatThrownBy(work::call).hasMessage("no");
  }
}
