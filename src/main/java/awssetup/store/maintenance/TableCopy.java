package awssetup.store.maintenance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Copies the rows of one table, a batch at a time. */
record TableCopy(String table, List<Tables.Column> columns) {
  private static final int BATCH = 500;

  long count(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      count.next();
      return count.getLong(1);
    }
  }

  void run(Connection from, Connection to) throws SQLException {
    try (Statement select = from.createStatement();
        PreparedStatement insert = to.prepareStatement(insert())) {
      // Without automatic commits, PostgreSQL's driver holds only so many rows at once.
      select.setFetchSize(BATCH);
      try (ResultSet row = select.executeQuery("SELECT " + names() + " FROM " + table)) {
        int waiting = 0;
        while (row.next()) {
          for (int i = 0; i < columns.size(); i++) {
            copy(columns.get(i), row, insert, i + 1);
          }
          insert.addBatch();
          if (++waiting % BATCH == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
    }
  }

  private String names() {
    return columns.stream().map(Tables.Column::name).collect(Collectors.joining(", "));
  }

  private String insert() {
    String values = String.join(", ", Collections.nCopies(columns.size(), "?"));
    return "INSERT INTO " + table + " (" + names() + ") VALUES (" + values + ")";
  }

  /** Knows the types that the migrations use, under their names in both databases. */
  private static void copy(Tables.Column column, ResultSet row, PreparedStatement insert, int i)
      throws SQLException {
    switch (column.type().toLowerCase(Locale.ROOT)) {
      case "text" -> insert.setString(i, row.getString(i));
      case "bigint", "int8", "integer", "int4", "smallint", "int2" -> {
        long number = row.getLong(i);
        if (row.wasNull()) {
          insert.setNull(i, Types.BIGINT);
        } else {
          insert.setLong(i, number);
        }
      }
      case "boolean", "bool" -> {
        boolean yes = row.getBoolean(i);
        if (row.wasNull()) {
          insert.setNull(i, Types.BOOLEAN);
        } else {
          insert.setBoolean(i, yes);
        }
      }
      case "timestamp", "timestamptz" -> insert.setTimestamp(i, row.getTimestamp(i));
      case "blob", "bytea" -> insert.setBytes(i, row.getBytes(i));
      default ->
          throw new IllegalStateException("columns of type " + column.type() + " are not copied");
    }
  }
}
