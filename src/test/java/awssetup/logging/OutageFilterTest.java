package awssetup.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageFilterTest {
  private static final Exception DOWN = new RuntimeException(new SQLException("no", "08006"));
  private static final Exception BUG = new RuntimeException(new SQLException("no", "42601"));

  private final Logger logger =
      (Logger) LoggerFactory.getLogger("com.github.kagkarlsson.scheduler.Anything");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
  }

  @Test
  void failures_caused_by_an_outage_are_left_out() {
    logger.error("Unhandled exception", DOWN);
    logger.error("{} failed", "a task", DOWN);
    logger.warn("{} failed as the {} of {}", "a task", "first", "two", DOWN);
    assertThat(log.list).isEmpty();
  }

  @Test
  void everything_else_is_logged() {
    logger.error("Unhandled exception", BUG);
    logger.error("{} failed as the {} of {}", "a task", "first", "two", BUG);
    logger.warn("No exception");
    logger.warn("{} and {} and {}", 1, 2, 3);
    assertThat(log.list).hasSize(4);
  }
}
