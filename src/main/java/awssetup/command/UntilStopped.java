package awssetup.command;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a command that has started run until SIGTERM, and then closes what it started. */
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
