package awssetup.http;

import awssetup.operations.Gauges;
import awssetup.operations.Metrics;
import awssetup.operations.Readiness;
import awssetup.operations.State;
import awssetup.ports.StoreUnavailable;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The pages for the operator's machines: the app lives, it can do its job, and its numbers. */
public final class OperatorPages {
  private final String version;
  private final Metrics metrics;
  private final State state;
  private final Gauges gauges;
  private final Readiness readiness;
  private final BooleanSupplier stopping;

  /**
   * @param stopping whether the app refuses requests and only finishes work that has begun
   */
  public OperatorPages(
      String version, Metrics metrics, State state, Readiness readiness, BooleanSupplier stopping) {
    this.version = version;
    this.metrics = metrics;
    this.state = state;
    this.gauges = new Gauges(metrics, state);
    this.readiness = readiness;
    this.stopping = stopping;
  }

  /** The pages by their paths. */
  public Map<String, Supplier<Page>> pages() {
    return Map.of("/health", this::health, "/ready", this::ready, "/metrics", this::metrics);
  }

  private Page health() {
    return Page.ok("ok " + version + "\n");
  }

  private Page ready() {
    if (stopping.getAsBoolean()) {
      return Page.unavailable("app: it is being stopped\n");
    }
    List<String> missing;
    try {
      missing = readiness.missing(state.health().get());
    } catch (StoreUnavailable e) {
      missing = List.of("database: it cannot be read");
    }
    return missing.isEmpty()
        ? Page.ok("ready\n")
        : Page.unavailable(String.join("\n", missing) + "\n");
  }

  private Page metrics() {
    gauges.update();
    return Page.of(Metrics.CONTENT_TYPE, metrics.text());
  }
}
