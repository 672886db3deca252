package awssetup.slack.api;

import awssetup.ports.SlackBusy;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection to Slack open by using it now and then, so that the first modal after a quiet
 * night opens as fast as any other: its trigger lives for three seconds, and opening a connection
 * takes a part of them.
 */
public final class WarmConnection implements AutoCloseable {
  /** Shorter than load balancers commonly keep a silent connection. */
  public static final Duration PAUSE = Duration.ofSeconds(45);

  private static final Logger LOG = LoggerFactory.getLogger(WarmConnection.class);

  private final SlackClient slack;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "slack-warm-connection");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param slack the client for calls that a person waits for
   */
  public WarmConnection(SlackClient slack) {
    this.slack = slack;
  }

  public void keep(Duration pause) {
    timer.scheduleWithFixedDelay(
        this::use, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  void use() {
    try {
      slack.call("auth.test", m -> m.authTest(r -> r));
    } catch (SlackUnavailable | SlackRefused | SlackBusy e) {
      LOG.debug("no warm connection to Slack: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
