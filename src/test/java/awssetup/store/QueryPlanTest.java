package awssetup.store;

import static awssetup.store.Samples.ACCOUNT;
import static awssetup.store.Samples.ACME;
import static awssetup.store.Samples.ACME_AWS;
import static awssetup.store.Samples.GLOBEX_AWS;
import static awssetup.store.Samples.NOW;
import static awssetup.store.Samples.details;
import static awssetup.store.Samples.ended;
import static awssetup.store.Samples.invited;
import static awssetup.testkit.People.Ids.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.ports.RequestId;
import awssetup.ports.Worklist;
import awssetup.setup.Ending;
import awssetup.setup.Forget;
import awssetup.setup.MessageTs;
import awssetup.setup.Urgency;
import awssetup.setup.UserId;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every query uses an index, so that years of ended setups make none slower. */
class QueryPlanTest extends StoreContract {
  private static final Optional<Urgency> NO_URGENCY = Optional.empty();
  private static final Optional<UserId> NO_OWNER = Optional.empty();

  /** Indexes that cover only a part of a table. */
  static final String OPEN_ONES = "(open|unwanted|owed)_\\w+";

  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private final Set<String> asked = new TreeSet<>();

  @TempDir Path dir;

  @Override
  String newDatabase() {
    return "jdbc:sqlite:" + dir.resolve("store.db");
  }

  @Test
  void no_statement_reads_a_whole_table() {
    Map<String, List<String>> plans = plansOfEverything();
    assertThat(plans).hasSizeGreaterThan(20);
    plans.forEach(
        (sql, plan) ->
            assertThat(wholeTables(plan))
                .as("%s%n%s", sql, String.join(System.lineSeparator(), plan))
                .isEmpty());
  }

  /** Without a call in {@link #askEverything}, the plan of a new query would not be checked. */
  @Test
  void every_query_is_checked() throws IOException {
    plansOfEverything();
    for (Class<?> queries : classesWithQueries()) {
      assertThat(asked).as(queries.getSimpleName()).containsAll(methodsOf(queries));
    }
  }

  /** The classes whose source makes statements. */
  private static List<Class<?>> classesWithQueries() throws IOException {
    List<Class<?>> classes = new ArrayList<>();
    Path rooms = Path.of("src/main/java");
    try (Stream<Path> files =
        Stream.concat(
            Files.list(rooms.resolve("awssetup/store")),
            Files.list(rooms.resolve("awssetup/store/rows")))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String source = Files.readString(file);
        String name = rooms.relativize(file).toString().replace(".java", "").replace('/', '.');
        if (source.contains("createQuery(") || source.contains("createUpdate(")) {
          classes.add(Class.forName(name));
        }
      }
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
    assertThat(classes).hasSizeGreaterThan(6);
    return classes;
  }

  private static List<String> methodsOf(Class<?> queries) {
    Set<String> parts =
        queries.isRecord()
            ? Arrays.stream(queries.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet())
            : Set.of();
    return Arrays.stream(queries.getDeclaredMethods())
        .filter(m -> !m.isSynthetic() && !Modifier.isStatic(m.getModifiers()))
        .filter(m -> !Modifier.isPrivate(m.getModifiers()))
        .map(Method::getName)
        .filter(name -> !parts.contains(name) && !OF_EVERY_OBJECT.contains(name))
        .map(name -> queries.getSimpleName() + "." + name)
        .distinct()
        .toList();
  }

  /** Asks for the plan of each statement just before it runs, with the same values. */
  private Map<String, List<String>> plansOfEverything() {
    Map<String, List<String>> plans = new LinkedHashMap<>();
    database
        .jdbi()
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext context) {
                note();
                plans.computeIfAbsent(
                    context.getParsedSql().getSql(), sql -> plan("%s %s", sql, context));
              }
            });
    askEverything();
    database.jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    return plans;
  }

  /** Notes which methods of the store run the statement. */
  private void note() {
    StackWalker.getInstance()
        .forEach(
            frame -> {
              String type = frame.getClassName().replaceFirst(".*[.]", "");
              asked.add(
                  type
                      + "."
                      + frame.getMethodName().replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1"));
            });
  }

  @SuppressWarnings("removal") // Jdbi shows its arguments no other way, though it is internal.
  private List<String> plan(String form, String sql, StatementContext context) {
    List<String> names = context.getParsedSql().getParameters().getParameterNames();
    try (PreparedStatement explain =
        context.getConnection().prepareStatement(form.formatted(explain(), sql))) {
      for (int i = 0; i < names.size(); i++) {
        context
            .getBinding()
            .findForName(names.get(i), context)
            .orElseThrow()
            .apply(i + 1, explain, context);
      }
      List<String> steps = new ArrayList<>();
      try (ResultSet row = explain.executeQuery()) {
        while (row.next()) {
          steps.add(step(row));
        }
      }
      return steps;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** The keyword that asks the database for the plan of a statement. */
  String explain() {
    return "EXPLAIN QUERY PLAN";
  }

  String step(ResultSet row) throws SQLException {
    return row.getString("detail");
  }

  /**
   * The steps that read a whole table. Reading a whole index is fine if it has only the open
   * setups.
   */
  List<String> wholeTables(List<String> plan) {
    return plan.stream()
        .filter(step -> step.startsWith("SCAN") && !step.matches(".* INDEX " + OPEN_ONES))
        .toList();
  }

  private void askEverything() {
    StoredWorklist worklist = new StoredWorklist(database);
    setups.draft(ACME, ACME_AWS, ERIN, NOW);
    setups.draftedIn(ACME, ERIN);
    started(ACME);
    edited(ACME, details(null).andThen(invited(Optional.empty())));
    outbox.owe(ACME, Samples.NOTICE, NOW);
    var card = outbox.card(ACME).orElseThrow().key();
    outbox.owed(ACME);
    outbox.open(ACME);
    setups.holding(ACME, version -> {});
    RequestId request = new RequestId("0123456789abcdef0123456789abcdef");
    setups.count(request, NOW);
    setups.hasCounted(request);
    setups.forgetRequests(NOW);
    outbox.attempting(card, NOW);
    outbox.posted(card, new MessageTs("1.000100"), Optional.empty());
    outbox.shown(card, "f");
    outbox.drop(card, NOW);
    setups.openIn(ACME_AWS);
    setups.newestIn(ACME_AWS);
    setups.forEach(setup -> {});
    setups.forEachEvent((id, event) -> {});
    setups.forEachOpen(setup -> {});
    setups.forEachUnsettled(id -> {});
    setups.isBeingSetUp(ACCOUNT, ACME);
    setups.isRootEmailInUse("root@acme.example", ACME);
    setups.history(ACME);
    setups.endedIn(ACME_AWS);
    setups.forEachRemembered(NOW, id -> {});
    edited(ACME, ended(Ending.Outcome.COMPLETED));
    setups.change(ACME, new Forget(ERIN), NOW);
    StoredDigests digests = new StoredDigests(database);
    LocalDate day = LocalDate.of(2026, 11, 23);
    digests.contents(digests.begin(day, NOW, NOW), ZoneOffset.UTC);
    digests.find(day);
    digests.posted(day, new MessageTs("1.000100"));
    digests.drop(day, NOW);
    StoredHomeTabs tabs = new StoredHomeTabs(database);
    tabs.published(tabs.open(ERIN, NOW), "f", "h", NOW);
    tabs.show(ERIN, Worklist.Filter.ALL, 1, NOW);
    tabs.find(ERIN);
    tabs.usedSince(NOW);
    tabs.close(ERIN);
    worklist.complete(NOW);
    worklist.owners();
    worklist.queues();
    started(Samples.GLOBEX, GLOBEX_AWS);
    for (Optional<Urgency> urgency : List.of(Optional.of(Urgency.EXPIRING), NO_URGENCY)) {
      for (Optional<UserId> owner : List.of(Optional.of(ERIN), NO_OWNER)) {
        worklist.page(new Worklist.Filter(urgency, owner), 0, 20, NOW);
      }
    }
    setups.watched();
    setups.moveChannel(ACME_AWS, GLOBEX_AWS, NOW);
  }
}
