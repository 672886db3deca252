package awssetup.operations;

import static java.lang.Double.NaN;

import awssetup.ports.LoopHealth;
import awssetup.ports.StoreUnavailable;
import awssetup.ports.WorkListener;
import awssetup.ports.Worklist;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The numbers that describe the present rather than count events: queues, the loop, outages. */
public final class Gauges {
  private final State state;
  private final MultiGauge open;
  private final MultiGauge oldest;
  private final MultiGauge outages;
  private final MultiGauge connections;
  private volatile LoopHealth health;
  private volatile boolean databaseAnswers;

  public Gauges(Metrics metrics, State state) {
    MeterRegistry registry = metrics.registry();
    this.state = state;
    open =
        MultiGauge.builder(MetricName.of("open_setups"))
            .description("Open setups by the step they are at and whose turn it is")
            .register(registry);
    oldest =
        MultiGauge.builder(MetricName.of("oldest_wait"))
            .description("How long the setup that waits longest has waited")
            .baseUnit("seconds")
            .register(registry);
    outages =
        MultiGauge.builder(MetricName.of("outage"))
            .description("How long a service has not answered; 0 while it does")
            .baseUnit("seconds")
            .register(registry);
    connections =
        MultiGauge.builder(MetricName.of("database.connections"))
            .description("Connections to the database, and threads that wait for one")
            .register(registry);
    Gauge.builder(MetricName.of("database.up"), () -> databaseAnswers ? 1 : 0)
        .description("Whether the database could be read for these numbers; some are old if not")
        .register(registry);
    Gauge.builder(
            MetricName.of("follow_up.overdue"),
            () -> health == null ? NaN : seconds(health.overdue()))
        .description("How long the work that waits longest has been due")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder(
            MetricName.of("watch.age"),
            () ->
                Optional.ofNullable(health)
                    .flatMap(LoopHealth::sinceWatch)
                    .map(Gauges::seconds)
                    .orElse(NaN))
        .description("How long ago the transfers were last watched")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder(
            MetricName.of("scheduler.running"), () -> health != null && health.running() ? 1 : 0)
        .description("Whether this instance looks for due work")
        .register(registry);
  }

  /** Reads them again. While the database is down only the numbers that it holds stay old. */
  public void update() {
    connections.register(
        state.connections().get().entrySet().stream()
            .map(entry -> Row.of(Tags.of("state", entry.getKey()), entry.getValue()))
            .toList(),
        true);
    try {
      read();
      databaseAnswers = true;
    } catch (StoreUnavailable e) {
      databaseAnswers = false;
    }
  }

  private void read() {
    health = state.health().get();
    List<Worklist.Queue> queues = state.queues().get();
    open.register(queues.stream().map(queue -> Row.of(tags(queue), queue.setups())).toList(), true);
    oldest.register(
        queues.stream()
            .map(
                q ->
                    Row.of(tags(q), seconds(Duration.between(q.oldest(), state.clock().instant()))))
            .toList(),
        true);
    outages.register(
        Arrays.stream(WorkListener.Service.values())
            .map(
                service ->
                    Row.of(
                        Tags.of("service", service.name().toLowerCase(Locale.ROOT)),
                        seconds(health.outages().getOrDefault(service, Duration.ZERO))))
            .toList(),
        true);
  }

  private static Tags tags(Worklist.Queue queue) {
    return Tags.of(
        "step", queue.step().key(), "turn", queue.actor().name().toLowerCase(Locale.ROOT));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
