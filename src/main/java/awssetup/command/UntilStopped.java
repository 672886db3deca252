package awssetup.command;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a command that runs for weeks does once it has started: wait for SIGTERM, then close. */
final class UntilStopped {
  private static final Logger LOG = LoggerFactory.getLogger(UntilStopped.class);

  private UntilStopped() {}

  static void closeAtTheEnd(AutoCloseable part) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    part.close();
                  } catch (Exception e) {
                    LOG.warn("Stopping was not clean", e);
                  }
                }));
  }

  static int await() throws InterruptedException {
    new CountDownLatch(1).await();
    return 0;
  }
}
