package awssetup.logging;

import awssetup.store.OutageErrors;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.Marker;

/**
 * Leaves out events whose only reason is that the database does not work at the moment. The
 * scheduler would log one each second, and the store has logged the outage once already.
 */
final class OutageFilter extends TurboFilter {
  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] arguments, Throwable t) {
    return OutageErrors.areBehind(t == null ? last(arguments) : t)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  /** With several arguments, SLF4J passes the exception as the last of them. */
  private static Throwable last(Object[] arguments) {
    return arguments != null
            && arguments.length > 0
            && arguments[arguments.length - 1] instanceof Throwable t
        ? t
        : null;
  }
}
