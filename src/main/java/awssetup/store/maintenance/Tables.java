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
 * The tables that hold what is kept, as the database itself describes them, so that none that is
 * added later can be forgotten.
 */
public final class Tables {
  private Tables() {}

  /**
   * A column.
   *
   * @param type its name, which is not the same in both databases
   */
  record Column(String name, String type) {}

  /** The columns of each table; a table comes after those that its rows point to. */
  public static Map<String, List<Column>> of(Connection connection) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    String schema = connection.getSchema();
    Set<String> left = names(meta, schema);
    Map<String, List<Column>> ordered = new LinkedHashMap<>();
    while (!left.isEmpty()) {
      for (String table : List.copyOf(left)) {
        if (ordered.keySet().containsAll(pointedTo(meta, schema, table))) {
          ordered.put(table, columns(meta, schema, table));
          left.remove(table);
        }
      }
    }
    return ordered;
  }

  /**
   * All but the record of migrations and the note of a move, which each database has of its own.
   */
  private static Set<String> names(DatabaseMetaData meta, String schema) throws SQLException {
    Set<String> names = new LinkedHashSet<>();
    try (ResultSet tables = meta.getTables(null, schema, "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        String name = tables.getString("TABLE_NAME");
        if (!name.startsWith("flyway_")
            && !name.startsWith("sqlite_")
            && !name.equals(DatabaseMove.NOTE)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static Set<String> pointedTo(DatabaseMetaData meta, String schema, String table)
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
