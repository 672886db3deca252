package awssetup.store.rows;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects the values of a row, in types that both databases know. */
final class RowWriter {
  private final Map<String, Object> columns = new LinkedHashMap<>();

  RowWriter put(String column, Object value) {
    columns.put(column, plain(value));
    return this;
  }

  Map<String, Object> byColumn() {
    return columns;
  }

  /** {@code a, b, c} */
  String names() {
    return String.join(", ", columns.keySet());
  }

  /** {@code :a, :b, :c} */
  String parameters() {
    return columns.keySet().stream().map(c -> ":" + c).collect(Collectors.joining(", "));
  }

  /**
   * {@code a = :a, b = :b, c = :c}, without the key: an assigned column has its indexes written,
   * even if its value stays the same.
   */
  String assignments(String... key) {
    Set<String> not = Set.of(key);
    return columns.keySet().stream()
        .filter(c -> !not.contains(c))
        .map(c -> c + " = :" + c)
        .collect(Collectors.joining(", "));
  }

  /** Only the columns whose values have changed. */
  RowWriter changedFrom(RowWriter before) {
    RowWriter changed = new RowWriter();
    columns.forEach(
        (column, value) -> {
          if (!Objects.equals(value, before.columns.get(column))) {
            changed.columns.put(column, value);
          }
        });
    return changed;
  }

  private static Object plain(Object value) {
    if (value instanceof Optional<?> maybe) {
      return maybe.map(RowWriter::plain).orElse(null);
    }
    if (value instanceof OptionalInt maybe) {
      return maybe.isPresent() ? maybe.getAsInt() : null;
    }
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    if (value instanceof Boolean yes) {
      return yes ? 1 : 0;
    }
    if (value instanceof Enum<?> word) {
      return word.name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof Number) {
      return value;
    }
    return value == null ? null : value.toString();
  }
}
