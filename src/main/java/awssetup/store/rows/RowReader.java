package awssetup.store.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads the columns of a row as checked values; a missing or impossible one is an exception. */
record RowReader(ResultSet columns) {
  <T> T one(String column, Function<String, T> form) throws SQLException {
    return required(column, maybe(column, form));
  }

  <T> Optional<T> maybe(String column, Function<String, T> form) throws SQLException {
    return Optional.ofNullable(columns.getString(column)).map(form);
  }

  String text(String column) throws SQLException {
    return one(column, Function.identity());
  }

  Optional<String> maybeText(String column) throws SQLException {
    return maybe(column, Function.identity());
  }

  Instant instant(String column) throws SQLException {
    return required(column, maybeInstant(column));
  }

  Optional<Instant> maybeInstant(String column) throws SQLException {
    long millis = columns.getLong(column);
    return columns.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  int number(String column) throws SQLException {
    return required(column, maybe(column, Integer::valueOf));
  }

  OptionalInt maybeNumber(String column) throws SQLException {
    int number = columns.getInt(column);
    return columns.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
  }

  boolean yes(String column) throws SQLException {
    return number(column) == 1;
  }

  boolean has(String column) throws SQLException {
    return columns.getString(column) != null;
  }

  /** Reads a constant, which is kept in lower case. */
  static <E extends Enum<E>> Function<String, E> word(Class<E> vocabulary) {
    return key -> Enum.valueOf(vocabulary, key.toUpperCase(Locale.ROOT));
  }

  private static <T> T required(String column, Optional<T> value) {
    return value.orElseThrow(() -> new IllegalStateException("nothing in " + column));
  }
}
