package awssetup.store;

import awssetup.ports.HomeTabs;
import awssetup.ports.Worklist;
import awssetup.setup.UserId;
import awssetup.store.rows.HomeTabQueries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Home tabs in the database. */
public final class StoredHomeTabs implements HomeTabs {
  private final Database database;
  private final HomeTabQueries tabs;

  public StoredHomeTabs(Database database) {
    this.database = database;
    tabs = new HomeTabQueries(database.jdbi());
  }

  @Override
  public Tab open(UserId reader, Instant now) {
    return changed(reader, () -> tabs.open(reader, now));
  }

  @Override
  public Tab show(UserId reader, Worklist.Filter filter, int page, Instant now) {
    return changed(reader, () -> tabs.show(reader, filter, page, now));
  }

  private Tab changed(UserId reader, Runnable change) {
    return database.<Tab>inTransaction(
        () -> {
          change.run();
          return tabs.find(reader).orElseThrow();
        });
  }

  @Override
  public Optional<Tab> find(UserId reader) {
    return database.read(() -> tabs.find(reader));
  }

  @Override
  public boolean published(Tab tab, String fingerprint, String hash, Instant now) {
    return database.read(() -> tabs.published(tab, fingerprint, hash, now));
  }

  @Override
  public List<Tab> usedSince(Instant moment) {
    return database.read(() -> tabs.usedSince(moment));
  }

  @Override
  public void close(UserId reader) {
    database.inTransaction(() -> tabs.delete(reader));
  }
}
