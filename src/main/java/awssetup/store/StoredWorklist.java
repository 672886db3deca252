package awssetup.store;

import awssetup.ports.Worklist;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.Urgency;
import awssetup.setup.UserId;
import awssetup.setup.Waiting;
import awssetup.store.rows.SetupIdQueries;
import awssetup.store.rows.SetupQueries;
import awssetup.store.rows.SetupWrites;
import awssetup.store.rows.WorklistQueries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worklist in the database; {@link StoredSetups} keeps it true with every change. */
public final class StoredWorklist implements Worklist {
  private static final Logger LOG = LoggerFactory.getLogger(StoredWorklist.class);
  private static final int BATCH = 100;

  private final Database database;
  private final SetupQueries setups;
  private final SetupIdQueries ids;
  private final SetupWrites writes;
  private final WorklistQueries worklist;

  public StoredWorklist(Database database) {
    this.database = database;
    setups = new SetupQueries(database.jdbi());
    ids = new SetupIdQueries(database.jdbi());
    writes = new SetupWrites(database.jdbi(), database.dialect().lockingRow());
    worklist = new WorklistQueries(database.jdbi());
  }

  /** Adds open setups that were saved by a version without a worklist. */
  public void complete(Instant now) {
    List<SetupId> missing = database.read(() -> ids.missingOnWorklist(BATCH));
    while (!missing.isEmpty()) {
      for (SetupId id : missing) {
        database.inTransaction(
            () -> {
              writes.lockedVersion(id);
              setups.find(id).ifPresent(setup -> worklist.save(id, Waiting.of(setup, now)));
            });
      }
      LOG.info("{} open setups were put on the worklist", missing.size());
      missing = database.read(() -> ids.missingOnWorklist(BATCH));
    }
  }

  @Override
  public Page page(Filter filter, int from, int atMost, Instant now) {
    return database.read(
        () -> {
          Map<Urgency, Integer> counts = worklist.counts(filter, now);
          int total =
              filter
                  .urgency()
                  .map(urgency -> counts.getOrDefault(urgency, 0))
                  .orElseGet(() -> counts.values().stream().mapToInt(Integer::intValue).sum());
          List<Setup> page = setups.all(worklist.page(filter, from, atMost, now));
          return new Page(page, counts, total);
        });
  }

  @Override
  public List<UserId> owners() {
    return database.read(worklist::owners);
  }

  @Override
  public List<Queue> queues() {
    return database.read(worklist::queues);
  }
}
