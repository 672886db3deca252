package awssetup.store;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a long list page by page, so that any number of rows fits into memory. */
final class Pages {
  private static final int SIZE = 100;

  private Pages() {}

  /** Asks for the rows that follow a key, at most so many. */
  interface Query<K, T> {
    List<T> after(K key, int limit);
  }

  /**
   * @param first a key that sorts before all others
   * @param key the key of a row, by which pages are sorted
   */
  static <K, T> void forEach(K first, Query<K, T> query, Function<T, K> key, Consumer<T> reader) {
    K last = first;
    List<T> page;
    do {
      page = query.after(last, SIZE);
      for (T row : page) {
        reader.accept(row);
        last = key.apply(row);
      }
    } while (page.size() == SIZE);
  }
}
