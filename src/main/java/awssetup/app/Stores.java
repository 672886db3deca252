package awssetup.app;

import awssetup.ports.WakeUps;
import awssetup.store.Database;
import awssetup.store.StoredDigests;
import awssetup.store.StoredHomeTabs;
import awssetup.store.StoredOutbox;
import awssetup.store.StoredSetups;
import awssetup.store.StoredWorklist;

/** Everything that is kept in one database. */
record Stores(
    StoredSetups setups,
    StoredOutbox outbox,
    StoredWorklist worklist,
    StoredHomeTabs homeTabs,
    StoredDigests digests) {

  static Stores in(Database database, WakeUps wakeUps) {
    return new Stores(
        new StoredSetups(database, wakeUps),
        new StoredOutbox(database),
        new StoredWorklist(database),
        new StoredHomeTabs(database),
        new StoredDigests(database));
  }
}
