package awssetup.store.maintenance;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables with the app's data, as the database itself describes them, so that a table added
 * later cannot be forgotten.
 */
final class Tables {
  private Tables() {}

  /**
   * @param type the database's name for it: SQLite and PostgreSQL have different ones
   */
  record Column(String name, String type) {}

  /** The columns of each table; a table comes after those that its rows refer to. */
  static Map<String, List<Column>> of(Connection connection) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    String schema = connection.getSchema();
    Set<String> left = names(meta, schema);
    Map<String, List<Column>> ordered = new LinkedHashMap<>();
    while (!left.isEmpty()) {
      for (String table : List.copyOf(left)) {
        if (ordered.keySet().containsAll(referredTo(meta, schema, table))) {
          ordered.put(table, columns(meta, schema, table));
          left.remove(table);
        }
      }
    }
    return ordered;
  }

  /** Leaves out the history of migrations and the note of a move: they are about one database. */
  private static Set<String> names(DatabaseMetaData meta, String schema) throws SQLException {
    Set<String> names = new LinkedHashSet<>();
    try (ResultSet tables = meta.getTables(null, schema, "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        String name = tables.getString("TABLE_NAME");
        if (!name.startsWith("flyway_")
            && !name.startsWith("sqlite_")
            && !name.equals(MovedAway.TABLE)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static Set<String> referredTo(DatabaseMetaData meta, String schema, String table)
      throws SQLException {
    Set<String> others = new LinkedHashSet<>();
    try (ResultSet keys = meta.getImportedKeys(null, schema, table)) {
      while (keys.next()) {
        others.add(keys.getString("PKTABLE_NAME"));
      }
    }
    others.remove(table);
    return others;
  }

  private static List<Column> columns(DatabaseMetaData meta, String schema, String table)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (ResultSet found = meta.getColumns(null, schema, table, "%")) {
      while (found.next()) {
        if (found.getString("TABLE_NAME").equals(table)) {
          columns.add(new Column(found.getString("COLUMN_NAME"), found.getString("TYPE_NAME")));
        }
      }
    }
    return columns;
  }
}
