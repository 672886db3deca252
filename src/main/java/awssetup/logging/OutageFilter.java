package awssetup.logging;

import awssetup.store.DatabaseOutage;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.Marker;

/**
 * Leaves out what was logged only because the database does not work at the moment: the scheduler
 * says so with each look for work, every second, and {@link DatabaseOutage} has said it once.
 */
final class OutageFilter extends TurboFilter {
  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] arguments, Throwable t) {
    return DatabaseOutage.isBehind(t == null ? last(arguments) : t)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  /** Where there are several arguments, the exception comes as the last of them. */
  private static Throwable last(Object[] arguments) {
    return arguments != null
            && arguments.length > 0
            && arguments[arguments.length - 1] instanceof Throwable t
        ? t
        : null;
  }
}
