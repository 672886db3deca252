package awssetup.store;

import static awssetup.store.Samples.ACCOUNT;
import static awssetup.store.Samples.ACME;
import static awssetup.store.Samples.ACME_AWS;
import static awssetup.store.Samples.ERIN;
import static awssetup.store.Samples.GLOBEX_AWS;
import static awssetup.store.Samples.NOW;
import static awssetup.store.Samples.details;
import static awssetup.store.Samples.ended;
import static awssetup.store.Samples.invited;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.setup.Ending;
import awssetup.setup.Intent;
import awssetup.setup.MessageTs;
import awssetup.setup.Urgency;
import awssetup.setup.UserId;
import awssetup.setup.Worklist;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked, the database finds it by an index: years of ended setups slow nobody down. */
class QueryPlanTest extends StoreContract {
  private static final Optional<Urgency> NO_URGENCY = Optional.empty();
  private static final Optional<UserId> NOBODY = Optional.empty();

  @TempDir Path dir;

  @Override
  String newDatabase() {
    return "jdbc:sqlite:" + dir.resolve("store.db");
  }

  @Test
  void no_statement_reads_a_whole_table() {
    Set<String> statements = new LinkedHashSet<>();
    database
        .jdbi()
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logBeforeExecution(StatementContext context) {
                statements.add(context.getParsedSql().getSql());
              }
            });
    askEverything();
    database.jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);

    assertThat(statements).hasSizeGreaterThan(20);
    for (String sql : statements) {
      assertThat(plan(sql)).as(sql).noneMatch(QueryPlanTest::readsAWholeTable);
    }
  }

  /** Reading all of an index is fine where it holds the open ones only. */
  private static boolean readsAWholeTable(String step) {
    return step.startsWith("SCAN") && !step.matches(".* INDEX (open|unwanted|owed)_\\w+");
  }

  private void askEverything() {
    StoredWorklist worklist = new StoredWorklist(database);
    setups.draft(ACME, ACME_AWS, ERIN, NOW);
    setups.draftedIn(ACME, ERIN);
    started(ACME);
    edited(ACME, details(null).andThen(invited(Optional.empty())));
    outbox.owe(ACME, Samples.NOTICE, NOW);
    var card = outbox.card(ACME).orElseThrow().mark();
    outbox.owed(ACME);
    outbox.open(ACME);
    setups.holding(ACME, version -> {});
    outbox.attempting(card, NOW);
    outbox.posted(card, new MessageTs("1.000100"), Optional.empty());
    outbox.shown(card, "f");
    outbox.drop(card, NOW);
    setups.openIn(ACME_AWS);
    setups.newestIn(ACME_AWS);
    setups.forEachOpen(setup -> {});
    setups.forEachUnsettled(id -> {});
    setups.isBeingSetUp(ACCOUNT, ACME);
    setups.isRootEmailInUse("root@acme.example", ACME);
    setups.history(ACME);
    setups.endedIn(ACME_AWS);
    setups.forEachRemembered(NOW, id -> {});
    edited(ACME, ended(Ending.Outcome.COMPLETED));
    setups.change(ACME, new Intent.Forget(ERIN), NOW);
    StoredDigests digests = new StoredDigests(database);
    LocalDate day = LocalDate.of(2026, 11, 23);
    digests.contents(digests.begin(day, NOW, NOW), ZoneOffset.UTC);
    digests.find(day);
    digests.posted(day, new MessageTs("1.000100"));
    digests.drop(day, NOW);
    StoredHomeTabs tabs = new StoredHomeTabs(database);
    tabs.published(tabs.open(ERIN, NOW), "f", "h", NOW);
    tabs.turnTo(ERIN, Worklist.Filter.ALL, 1, NOW);
    tabs.usedSince(NOW);
    tabs.close(ERIN);
    worklist.complete(NOW);
    worklist.owners();
    worklist.queues();
    for (Optional<Urgency> urgency : List.of(Optional.of(Urgency.EXPIRING), NO_URGENCY)) {
      for (Optional<UserId> owner : List.of(Optional.of(ERIN), NOBODY)) {
        worklist.page(new Worklist.Filter(urgency, owner), 0, 20, NOW);
      }
    }
    setups.watched();
    setups.moveChannel(ACME_AWS, GLOBEX_AWS, NOW);
  }

  private List<String> plan(String sql) {
    String unbound = sql.replace("?", "NULL");
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("EXPLAIN QUERY PLAN " + unbound)
                    .map((row, context) -> row.getString("detail"))
                    .list());
  }
}
