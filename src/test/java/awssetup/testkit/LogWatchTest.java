package awssetup.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every journey relies on this: a word in the log or deep in a logged exception is found. */
class LogWatchTest {
  private static final Logger LOG = LoggerFactory.getLogger("some.library");

  @Test
  void a_secret_in_a_line_or_an_exception_is_found() {
    try (LogWatch log = LogWatch.begin()) {
      LOG.info("a setup of {}", "Ada Lovelace");
      LOG.warn("failed", new IllegalStateException("x", new IllegalArgumentException("hush")));
      assertFound(log, "Ada Lovelace");
      assertFound(log, "hush");
      log.assertHoldsNone(Set.of("Grace Hopper"));
    }
  }

  private static void assertFound(LogWatch log, String word) {
    assertThatThrownBy(() -> log.assertHoldsNone(Set.of(word)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("must not reach the log");
  }
}
