package awssetup.store;

import awssetup.setup.AuditEvent;
import awssetup.setup.SetupId;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each event of the audit trail once it is saved. */
final class AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  private AuditLog() {}

  static void tell(SetupId setup, AuditEvent event) {
    LOG.info(
        "{} {}{}{}",
        setup,
        event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        event.by().map(person -> " by " + person).orElse(""),
        event.detail().map(detail -> ": " + detail).orElse(""));
  }
}
