package awssetup.store;

import static awssetup.store.Samples.NOW;

import awssetup.ports.WakeUps;
import awssetup.setup.ChannelId;
import awssetup.setup.Priority;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.store.maintenance.Databases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The base of tests that run on every kind of database: a store on a new one, and the setups it
 * woke.
 */
abstract class StoreContract {
  final List<SetupId> woken = new ArrayList<>();
  Consumer<SetupId> onWake = id -> {};
  Runnable onCommitted = () -> {};
  String url;
  Database database;
  StoredSetups setups;
  StoredOutbox outbox;

  /** The JDBC URL of a new database, with this version's tables or without any. */
  abstract String newDatabase();

  @BeforeEach
  void open() {
    url = newDatabase();
    database = Databases.open(url);
    setups = new StoredSetups(database, wakeUps);
    outbox = new StoredOutbox(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  final WakeUps wakeUps =
      new WakeUps() {
        @Override
        public void wake(SetupId id, Priority priority, Instant now) {
          onWake.accept(id);
          woken.add(id);
        }

        @Override
        public void committed() {
          onCommitted.run();
        }
      };

  Setup started(SetupId id) {
    return started(id, Samples.ACME_AWS);
  }

  Setup started(SetupId id, ChannelId channel) {
    setups.create(Samples.start(id, channel, NOW), NOW);
    return setups.find(id).orElseThrow();
  }

  Setup edited(SetupId id, Consumer<Setup.Facts> edit) {
    return setups.change(id, Samples.edit(edit), NOW);
  }

  int count(String table) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Integer.class).one());
  }

  void sql(String statement) {
    database.jdbi().useHandle(h -> h.execute(statement));
  }
}
