package awssetup.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures the app between the stand-ins and prints one table: {@code mvn -Pbench verify}, or some
 * parts with {@code -Dbench=a,e}. No test here passes or fails.
 */
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws Exception {
    List<String> chosen = List.of(System.getProperty("bench", "a,b,c,d,e").split(","));
    Path directory = Files.createTempDirectory("bench");
    Report report = new Report();
    if (chosen.contains("a")) {
      RequestPath.run(report, directory);
    }
    if (chosen.contains("b")) {
      WatchRound.run(report, directory);
    }
    if (chosen.contains("c")) {
      ManyReminders.run(report, directory);
    }
    if (chosen.contains("d")) {
      Start.run(report, directory);
    }
    if (chosen.contains("e")) {
      Overviews.run(report, directory);
    }
    report.print();
  }
}
