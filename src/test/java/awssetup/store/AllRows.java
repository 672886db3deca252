package awssetup.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** All rows of a database, in the columns that its tables had when this object was made. */
public record AllRows(DataSource database, Map<String, List<String>> columns) {

  public static AllRows of(DataSource database) throws SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    try (Connection connection = database.getConnection()) {
      DatabaseMetaData meta = connection.getMetaData();
      try (ResultSet all = meta.getColumns(null, "public", "%", "%")) {
        while (all.next()) {
          String table = all.getString("TABLE_NAME");
          if (isTable(meta, table)) {
            columns
                .computeIfAbsent(table, t -> new ArrayList<>())
                .add(all.getString("COLUMN_NAME"));
          }
        }
      }
    }
    assertThat(columns).containsKey("setups");
    return new AllRows(database, columns);
  }

  private static boolean isTable(DatabaseMetaData meta, String name) throws SQLException {
    try (ResultSet table = meta.getTables(null, null, name, new String[] {"TABLE"})) {
      return table.next() && !name.startsWith("flyway") && !name.startsWith("sqlite");
    }
  }

  /** Every row, in those columns only, even if others were added since. */
  public Map<String, List<String>> read() throws SQLException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (var table : columns.entrySet()) {
        List<String> read = new ArrayList<>();
        String sql = "SELECT " + String.join(", ", table.getValue()) + " FROM " + table.getKey();
        try (ResultSet row = statement.executeQuery(sql)) {
          while (row.next()) {
            read.add(text(row, table.getValue()));
          }
        }
        rows.put(table.getKey(), read.stream().sorted().toList());
      }
    }
    return rows;
  }

  private static String text(ResultSet row, List<String> columns) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (String column : columns) {
      text.append(column).append('=').append(row.getString(column)).append(' ');
    }
    return text.toString();
  }
}
