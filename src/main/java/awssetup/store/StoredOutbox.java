package awssetup.store;

import awssetup.ports.Outbox;
import awssetup.setup.Message;
import awssetup.setup.MessageKey;
import awssetup.setup.MessageTs;
import awssetup.setup.SetupId;
import awssetup.store.rows.MessageQueries;
import awssetup.store.rows.SetupWrites;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Messages in the database. */
public final class StoredOutbox implements Outbox {
  private final Database database;
  private final SetupWrites setups;
  private final MessageQueries messages;

  public StoredOutbox(Database database) {
    this.database = database;
    setups = new SetupWrites(database.jdbi(), database.dialect().lockingRow());
    messages = new MessageQueries(database.jdbi());
  }

  @Override
  public List<Message> owed(SetupId id) {
    return database.read(() -> messages.owed(id));
  }

  @Override
  public Open open(SetupId id) {
    return database.read(() -> messages.open(id));
  }

  @Override
  public Optional<Message> card(SetupId id) {
    return database.read(() -> messages.card(id));
  }

  @Override
  public void owe(SetupId id, Message.Draft draft, Instant now) {
    database.inTransaction(
        () -> {
          if (setups.lockedVersion(id) == 0) {
            throw new NoSuchElementException("no setup " + id);
          }
          messages.append(id, draft, now);
        });
  }

  @Override
  public void attempting(MessageKey key, Instant now) {
    one(key, () -> messages.attempting(key, now));
  }

  @Override
  public void posted(MessageKey key, MessageTs ts, Optional<String> fingerprint) {
    one(key, () -> messages.posted(key, ts, fingerprint));
  }

  @Override
  public void shown(MessageKey key, String fingerprint) {
    one(key, () -> messages.shown(key, fingerprint));
  }

  @Override
  public void drop(MessageKey key, Instant now) {
    one(key, () -> messages.drop(key, now));
  }

  private void one(MessageKey key, IntSupplier update) {
    if (database.inTransaction(update::getAsInt) != 1) {
      throw new NoSuchElementException("no message " + key);
    }
  }
}
