package awssetup.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that several processes share through a file, which says how far it is ahead of the wall
 * clock. Between two jumps it runs as fast as the wall clock.
 */
public final class SharedClock implements InstantSource {
  private final MappedByteBuffer ahead;

  private SharedClock(MappedByteBuffer ahead) {
    this.ahead = ahead;
  }

  public static SharedClock in(Path file) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new SharedClock(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(System.currentTimeMillis() + ahead.getLong(0));
  }

  /** Sets the clock to this moment in all processes. */
  public void set(Instant moment) {
    ahead.putLong(0, moment.toEpochMilli() - System.currentTimeMillis());
  }

  public void advance(Duration time) {
    ahead.putLong(0, ahead.getLong(0) + time.toMillis());
  }
}
