package awssetup.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged app is killed with SIGKILL around everything that it says and is told, and started
 * again on the same database. Whatever people see and whatever is kept must be as if nothing had
 * happened.
 */
class KilledIT {
  /** Calls that only read: to the platforms, one that is lost is one that was never made. */
  private static final Set<String> READS =
      Set.of(
          "auth.test",
          "users.info",
          "conversations.info",
          "conversations.members",
          "ListInboundResponsibilityTransfers",
          "DescribeResponsibilityTransfer",
          "DescribeHandshake",
          "GetCallerIdentity",
          "AssumeRole");

  @TempDir private Path directory;

  @Test
  void the_transfer_of_billing_survives_a_kill_at_every_call() {
    survives("Transfer billing, SQLite", Scripts.transfer());
  }

  @Test
  void a_new_account_survives_a_kill_at_every_call() {
    survives("New account, SQLite", Scripts.newAccount());
  }

  private void survives(String title, List<Scene> scenes) {
    FaultMatrix matrix = new FaultMatrix(title, scenes, this::stage);
    List<FaultPoint> said = matrix.record();
    assertThat(matrix.end()).contains("3 of 3", "is complete");
    List<FaultPoint> points = new ArrayList<>();
    for (FaultPoint point : said) {
      if (isRead(point)) {
        points.add(point.with(Blow.LOST));
        continue;
      }
      for (Blow blow : Blow.values()) {
        if (blow != Blow.BEFORE || !point.call().equals("acknowledgement")) {
          points.add(point.with(blow));
        }
      }
    }
    matrix.strike(points);
    System.out.println(matrix.table());
    matrix.assertGreen();
  }

  private static boolean isRead(FaultPoint point) {
    return READS.contains(point.call().replaceFirst(" .*", ""));
  }

  private Stage stage() {
    try {
      Path own = Files.createTempDirectory(directory, "stage");
      return new Stage(own, "jdbc:sqlite:" + own.resolve("bot.db"), 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
