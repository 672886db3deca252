package awssetup.store.maintenance;

import awssetup.store.DatabaseUnusable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Copies a SQLite database that is in use, by VACUUM INTO. It reads from one snapshot and delays no
 * other connection. SQLite's online backup would begin again each time that another process has
 * written, which a busy bot does all the time. https://sqlite.org/lang_vacuum.html
 */
final class SqliteBackup {
  private SqliteBackup() {}

  static void write(Connection source, Path to, BackupStep finish) throws SQLException {
    create(to);
    boolean sound = false;
    try {
      copy(source, to, finish);
      sound = true;
    } catch (IOException e) {
      throw new DatabaseUnusable(to + " could not be written: " + e.getMessage(), e);
    } finally {
      if (!sound) {
        remove(to);
      }
    }
  }

  /** Creates it empty, which SQLite accepts, so that other users cannot read it at any time. */
  private static void create(Path to) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownersAlone =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createFile(to, ownersAlone);
    } catch (FileAlreadyExistsException e) {
      throw new DatabaseUnusable(to + " is there already; name a file that is not", e);
    } catch (IOException e) {
      throw new DatabaseUnusable(
          to + " cannot be created; name a file in a directory that you may write to", e);
    }
  }

  private static void copy(Connection source, Path to, BackupStep finish)
      throws SQLException, IOException {
    try (PreparedStatement vacuum = source.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, to.toString());
      vacuum.execute();
    }
    try (Connection copy = DriverManager.getConnection("jdbc:sqlite:" + to)) {
      forgetWhatCardsShow(copy);
      finish.on(copy);
      requireSound(copy);
    }
    // VACUUM INTO does not sync the file to the disk.
    try (FileChannel file = FileChannel.open(to, StandardOpenOption.WRITE)) {
      file.force(true);
    }
  }

  /** When a backup is used, channels show newer cards than those it knows: each is shown again. */
  private static void forgetWhatCardsShow(Connection copy) throws SQLException {
    try (Statement statement = copy.createStatement()) {
      statement.executeUpdate("UPDATE messages SET fingerprint = NULL WHERE kind = 'card'");
    }
  }

  /**
   * @throws DatabaseUnusable if the file is damaged, or a row refers to one that is missing
   */
  static void requireSound(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet integrity = statement.executeQuery("PRAGMA integrity_check")) {
      if (!integrity.next() || !"ok".equals(integrity.getString(1))) {
        throw damaged();
      }
    }
    try (Statement statement = database.createStatement();
        ResultSet orphans = statement.executeQuery("PRAGMA foreign_key_check")) {
      if (orphans.next()) {
        throw damaged();
      }
    }
  }

  private static DatabaseUnusable damaged() {
    return new DatabaseUnusable(
        "the database is damaged; put an earlier backup in its place", null);
  }

  private static void remove(Path unsound) {
    try {
      Files.deleteIfExists(unsound);
    } catch (IOException e) {
      throw new DatabaseUnusable(unsound + " is incomplete; delete it", e);
    }
  }
}
