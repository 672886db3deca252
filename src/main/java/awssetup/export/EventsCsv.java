package awssetup.export;

import awssetup.ports.Setups;
import awssetup.setup.AuditEvent;
import awssetup.setup.SetupId;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the audit trail of all setups, one row for each event, setup by setup and in order. */
public final class EventsCsv {
  private EventsCsv() {}

  /**
   * Writes one event after the other, so that any number of them fits.
   *
   * @throws awssetup.ports.StoreUnavailable if the database could not be read
   */
  public static void write(Setups setups, Appendable out) throws IOException {
    Csv csv = new Csv(out, "setup_id", "at", "by", "event", "detail");
    try {
      setups.forEachEvent((id, event) -> row(csv, id, event));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void row(Csv csv, SetupId id, AuditEvent event) {
    try {
      csv.row(id, event.at(), event.by(), event.kind(), event.detail());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
