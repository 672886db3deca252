package awssetup.operations;

import awssetup.ports.WorkListener;
import awssetup.setup.MessageKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts and times the app's work, in the text that Prometheus reads. The one room that knows
 * Micrometer. Every label has a handful of values.
 */
public final class Metrics implements WorkListener, AutoCloseable {
  /** What {@link #text} is: https://prometheus.io/docs/instrumenting/exposition_formats */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  static final String PREFIX = "aws_setup_bot.";

  /** Slack waits three seconds, and people notice one. */
  private static final Duration[] ACKNOWLEDGEMENTS = {
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(3)
  };

  private final PrometheusMeterRegistry registry = aboutTheProcess();
  private final Gauges gauges;
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /**
   * @param state what is asked for at each reading
   */
  public Metrics(String version, State state) {
    gauges = new Gauges(registry, state);
    Gauge.builder(PREFIX + "release", () -> 1)
        .description("Which version runs")
        .tag("version", version)
        .register(registry);
    collections.bindTo(registry);
  }

  private static PrometheusMeterRegistry aboutTheProcess() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    return registry;
  }

  /** Loads the largest part of Micrometer, which may be done before anything is known. */
  public static void load() {
    aboutTheProcess().close();
  }

  /** Everything as it is now. */
  public String text() {
    gauges.update();
    return registry.scrape();
  }

  @Override
  public void acknowledged(Request kind, boolean failed, Duration took) {
    Timer.builder(PREFIX + "acknowledgements")
        .description("From reading a request of Slack's to its acknowledgement")
        .tag("kind", word(kind))
        .tag("outcome", failed ? "failed" : "ok")
        .serviceLevelObjectives(ACKNOWLEDGEMENTS)
        .register(registry)
        .record(took);
  }

  @Override
  public void called(Service service, String operation, Outcome outcome, Duration took) {
    Timer.builder(PREFIX + "calls")
        .description("Calls of Slack and AWS")
        .tag("service", word(service))
        .tag("operation", operation)
        .tag("outcome", word(outcome))
        .register(registry)
        .record(took);
  }

  @Override
  public void followedUp(Pass pass, Duration late, Duration took) {
    Timer.builder(PREFIX + "follow_ups")
        .description("Looks at a setup by what they came to")
        .tag("outcome", word(pass))
        .register(registry)
        .record(took);
    Timer.builder(PREFIX + "follow_up.delay")
        .description("How much later than due a setup was looked at")
        .register(registry)
        .record(late.isNegative() ? Duration.ZERO : late);
  }

  @Override
  public void posted(MessageKind kind) {
    registry.counter(PREFIX + "messages", "kind", kind.key()).increment();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
