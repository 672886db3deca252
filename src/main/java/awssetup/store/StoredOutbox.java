package awssetup.store;

import awssetup.setup.Mark;
import awssetup.setup.Message;
import awssetup.setup.MessageTs;
import awssetup.setup.Outbox;
import awssetup.setup.SetupId;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Messages in the database. */
public final class StoredOutbox implements Outbox {
  private final Database database;
  private final SetupQueries setups;
  private final MessageQueries messages;

  public StoredOutbox(Database database) {
    this.database = database;
    setups = new SetupQueries(database.jdbi(), database.dialect());
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
  public void attempting(Mark mark, Instant now) {
    one(mark, () -> messages.attempting(mark, now));
  }

  @Override
  public void posted(Mark mark, MessageTs ts, Optional<String> fingerprint) {
    one(mark, () -> messages.posted(mark, ts, fingerprint));
  }

  @Override
  public void shown(Mark mark, String fingerprint) {
    one(mark, () -> messages.shown(mark, fingerprint));
  }

  @Override
  public void drop(Mark mark, Instant now) {
    one(mark, () -> messages.drop(mark, now));
  }

  private void one(Mark mark, IntSupplier update) {
    if (database.inTransaction(update::getAsInt) != 1) {
      throw new NoSuchElementException("no message " + mark);
    }
  }
}
