package awssetup.operations;

import awssetup.ports.WorkListener;
import awssetup.setup.MessageKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
 * Counts and times the app's work, for Prometheus to read. Every label has a handful of values, so
 * that the number of time series stays small.
 */
public final class Metrics implements WorkListener, AutoCloseable {
  /** What {@link #text} is: https://prometheus.io/docs/instrumenting/exposition_formats */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** Slack waits three seconds for an acknowledgement, and people notice one second. */
  private static final Duration[] ACKNOWLEDGEMENTS = {
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(3)
  };

  private final PrometheusMeterRegistry registry = aboutTheProcess();
  private final JvmGcMetrics collections = new JvmGcMetrics();

  public Metrics(String version) {
    Gauge.builder(MetricName.of("release"), () -> 1)
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

  /** Loads the largest part of Micrometer's classes, which needs no settings. */
  public static void load() {
    aboutTheProcess().close();
  }

  /** Where this room keeps its numbers. */
  MeterRegistry registry() {
    return registry;
  }

  /** All numbers in Prometheus's format; {@link Gauges#update} brings some of them up to date. */
  public String text() {
    return registry.scrape();
  }

  @Override
  public void acknowledged(Request kind, boolean failed, Duration took) {
    Timer.builder(MetricName.of("acknowledgements"))
        .description("From reading a request of Slack's to its acknowledgement")
        .tag("kind", word(kind))
        .tag("outcome", failed ? "failed" : "ok")
        .serviceLevelObjectives(ACKNOWLEDGEMENTS)
        .register(registry)
        .record(took);
  }

  @Override
  public void called(Service service, String operation, Outcome outcome, Duration took) {
    Timer.builder(MetricName.of("calls"))
        .description("Calls of Slack and AWS")
        .tag("service", word(service))
        .tag("operation", operation)
        .tag("outcome", word(outcome))
        .register(registry)
        .record(took);
  }

  @Override
  public void followedUp(Pass pass, Duration late, Duration took) {
    Timer.builder(MetricName.of("follow_ups"))
        .description("Looks at a setup by what they came to")
        .tag("outcome", word(pass))
        .register(registry)
        .record(took);
    Timer.builder(MetricName.of("follow_up.delay"))
        .description("How much later than due a setup was looked at")
        .register(registry)
        .record(late.isNegative() ? Duration.ZERO : late);
  }

  @Override
  public void posted(MessageKind kind) {
    registry.counter(MetricName.of("messages"), "kind", kind.key()).increment();
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
