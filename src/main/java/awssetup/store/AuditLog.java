package awssetup.store;

import awssetup.setup.AuditEvent;
import awssetup.setup.SetupId;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit trail as it goes on, in the log: a line for each thing that happened, once it is saved.
 */
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
