package awssetup.sandbox;

import awssetup.sandbox.page.ClockPanel;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The clock panel: lists what the app does next, and moves the clock. */
final class StandInClockPanel implements ClockPanel {
  /** Looks and probes come every few seconds and would hide everything else. */
  private static final int MOST_OF_A_KIND = 3;

  private final SandboxClock clock;
  private final Supplier<List<PlannedWork>> planned;
  private final Runnable lookNow;

  StandInClockPanel(SandboxClock clock, Supplier<List<PlannedWork>> planned, Runnable lookNow) {
    this.clock = clock;
    this.planned = planned;
    this.lookNow = lookNow;
  }

  @Override
  public JsonObject snapshot() {
    Instant now = clock.instant();
    List<PlannedWork> all = planned.get();
    JsonArray next = new JsonArray();
    Map<String, Integer> shown = new HashMap<>();
    all.stream()
        .filter(plan -> shown.merge(plan.kind(), 1, Integer::sum) <= MOST_OF_A_KIND)
        .forEach(
            plan -> {
              JsonObject entry = new JsonObject();
              entry.addProperty("at", plan.at().getEpochSecond());
              entry.addProperty("kind", plan.kind());
              entry.addProperty("what", plan.what());
              entry.addProperty("customer", plan.customer());
              entry.addProperty("setup", plan.setup());
              next.add(entry);
            });
    JsonObject snapshot = new JsonObject();
    snapshot.addProperty("now", now.getEpochSecond());
    snapshot.add("next", next);
    snapshot.addProperty("busy", all.stream().anyMatch(plan -> !plan.at().isAfter(now)));
    snapshot.addProperty(
        "lagSeconds",
        all.stream()
            .map(PlannedWork::at)
            .filter(now::isAfter)
            .map(due -> Duration.between(due, now).toSeconds())
            .findFirst()
            .orElse(0L));
    return snapshot;
  }

  @Override
  public void advance(Duration step) {
    clock.advance(step);
    lookNow.run();
  }

  @Override
  public void travelTo(Instant moment) {
    Duration step = Duration.between(clock.instant(), moment);
    advance(step.isNegative() ? Duration.ZERO : step);
  }
}
