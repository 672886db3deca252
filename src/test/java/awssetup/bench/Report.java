package awssetup.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table, in Markdown as performance.md has it. */
final class Report {
  private final List<String> rows = new ArrayList<>();

  void row(String what, String conditions, String figures, Object... values) {
    String row =
        "| %s | %s | %s |".formatted(what, conditions, String.format(Locale.ROOT, figures, values));
    System.out.println(row);
    rows.add(row);
  }

  void print() {
    System.out.println();
    System.out.println("| what | conditions | figures |");
    System.out.println("|---|---|---|");
    rows.forEach(System.out::println);
  }
}
