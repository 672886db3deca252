package awssetup.store.maintenance;

import java.sql.Connection;
import java.sql.SQLException;

/** What another room does in a backup before it is checked. */
public interface BackupStep {
  void on(Connection copy) throws SQLException;
}
