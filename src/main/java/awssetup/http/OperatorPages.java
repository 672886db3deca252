package awssetup.http;

import awssetup.operations.Metrics;
import awssetup.operations.Readiness;
import awssetup.operations.State;
import awssetup.ports.LoopHealth;
import awssetup.ports.StoreUnavailable;
import awssetup.ports.WorkListener;
import awssetup.ports.Worklist;
import awssetup.settings.Version;
import awssetup.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What those who run the app may read of it: whether it lives, whether it can work, its numbers.
 */
public final class OperatorPages implements AutoCloseable {
  private final Readiness readiness;
  private final BooleanSupplier stopping;
  private final Supplier<LoopHealth> health;
  private final Metrics metrics;

  /**
   * @param stopping whether requests are refused already, while the last work is being finished
   */
  public OperatorPages(
      Database database,
      Worklist worklist,
      BooleanSupplier stopping,
      Supplier<LoopHealth> health,
      Duration watchInterval,
      InstantSource clock) {
    this.stopping = stopping;
    this.health = health;
    readiness = new Readiness(watchInterval);
    metrics =
        new Metrics(
            Version.current(),
            new State() {
              @Override
              public Instant now() {
                return clock.instant();
              }

              @Override
              public List<Worklist.Queue> queues() {
                return worklist.queues();
              }

              @Override
              public LoopHealth health() {
                return health.get();
              }

              @Override
              public Map<String, Integer> connections() {
                return database.connections();
              }
            });
  }

  /** Loads the largest part of it. */
  public static void load() {
    Metrics.load();
  }

  public WorkListener workListener() {
    return metrics;
  }

  public Map<String, Supplier<Page>> pages() {
    return Map.of(
        "/health", () -> Page.ok("ok " + Version.current() + "\n"),
        "/ready", this::ready,
        "/metrics", () -> Page.of(Metrics.CONTENT_TYPE, metrics.text()));
  }

  private Page ready() {
    if (stopping.getAsBoolean()) {
      return Page.unavailable("app: it is being stopped\n");
    }
    List<String> missing;
    try {
      missing = readiness.missing(health.get());
    } catch (StoreUnavailable e) {
      missing = List.of("database: it cannot be read");
    }
    return missing.isEmpty()
        ? Page.ok("ready\n")
        : Page.unavailable(String.join("\n", missing) + "\n");
  }

  @Override
  public void close() {
    metrics.close();
  }
}
