package awssetup.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Plays a journey undisturbed, and then with the app killed at each of the given points. A run has
 * at most one kill in each scene, and the end of each scene is compared with the undisturbed run:
 * so each point gets its own result, and one run serves many points.
 */
final class FaultMatrix {
  private static final int SIDE_BY_SIDE = Runtime.getRuntime().availableProcessors();
  private static final int TRIES = 3;

  private final String title;
  private final List<Scene> scenes;
  private final Supplier<Stage> stages;
  private final Map<String, String> undisturbed = new LinkedHashMap<>();
  private final Map<FaultPoint, String> results = new LinkedHashMap<>();
  private final Map<FaultPoint, Integer> tries = new HashMap<>();
  private final long began = System.nanoTime();
  private int runs;

  FaultMatrix(String title, List<Scene> scenes, Supplier<Stage> stages) {
    this.title = title;
    this.scenes = scenes;
    this.stages = stages;
  }

  /** The calls of an undisturbed run, each one once a scene. */
  List<FaultPoint> record() {
    Instance.learnFromNext();
    try (Stage stage = stages.get()) {
      for (Scene scene : scenes) {
        undisturbed.put(scene.name(), stage.play(scene, Optional.empty()));
      }
      assertThat(stage.problems()).as("what Slack would have complained about").isEmpty();
      return stage.seen().stream()
          .filter(point -> point.nth() == 1 && undisturbed.containsKey(point.scene()))
          .toList();
    }
  }

  /** The picture at the end of the undisturbed run. */
  String end() {
    return undisturbed.get(scenes.get(scenes.size() - 1).name());
  }

  void strike(Collection<FaultPoint> points) {
    ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      List<FaultPoint> open = new ArrayList<>(points);
      while (!open.isEmpty()) {
        List<Future<Set<FaultPoint>>> under = new ArrayList<>();
        for (Map<String, FaultPoint> run : runs(open)) {
          under.add(threads.submit((Callable<Set<FaultPoint>>) () -> play(run)));
        }
        open.clear();
        for (Future<Set<FaultPoint>> run : under) {
          open.addAll(run.get());
        }
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Shares the points out among runs, at most one to each scene of a run. */
  private static List<Map<String, FaultPoint>> runs(List<FaultPoint> points) {
    Map<String, Queue<FaultPoint>> byScene = new LinkedHashMap<>();
    points.forEach(p -> byScene.computeIfAbsent(p.scene(), s -> new ArrayDeque<>()).add(p));
    List<Map<String, FaultPoint>> runs = new ArrayList<>();
    while (byScene.values().stream().anyMatch(queue -> !queue.isEmpty())) {
      Map<String, FaultPoint> run = new HashMap<>();
      byScene.forEach(
          (scene, queue) -> Optional.ofNullable(queue.poll()).ifPresent(p -> run.put(scene, p)));
      runs.add(run);
    }
    return runs;
  }

  /**
   * @return the points that this run has no result for
   */
  private Set<FaultPoint> play(Map<String, FaultPoint> points) {
    Set<FaultPoint> open = new LinkedHashSet<>(points.values());
    try (Stage stage = stages.get()) {
      for (Scene scene : scenes) {
        Optional<FaultPoint> point = Optional.ofNullable(points.get(scene.name()));
        String trouble = judge(stage, scene, point);
        if (point.isPresent()
            && (stage.hasStruck() || !trouble.isEmpty() || isGivenUp(point.get()))) {
          open.remove(point.get());
          put(point.get(), stage.hasStruck() || !trouble.isEmpty() ? trouble : "never came up");
        }
        if (!trouble.isEmpty()) {
          if (point.isEmpty()) {
            open.stream().filter(this::isGivenUp).forEach(p -> put(p, "before it: " + trouble));
            open.removeIf(this::isJudged);
          }
          break;
        }
      }
      count();
    }
    return open;
  }

  private String judge(Stage stage, Scene scene, Optional<FaultPoint> point) {
    try {
      String seen = stage.play(scene, point);
      assertThat(seen).isEqualTo(undisturbed.get(scene.name()));
      return "";
    } catch (AssertionError | RuntimeException e) {
      return e + "\n" + stage.logs();
    }
  }

  /** Counts a try; a point that does not come up is given up after some of them. */
  private synchronized boolean isGivenUp(FaultPoint point) {
    return tries.merge(point, 1, Integer::sum) >= TRIES;
  }

  private synchronized boolean isJudged(FaultPoint point) {
    return results.containsKey(point);
  }

  private synchronized void put(FaultPoint point, String trouble) {
    results.put(point, trouble);
  }

  private synchronized void count() {
    runs++;
  }

  /** The table of calls and blows, with a dot where the app was not killed. */
  String table() {
    Map<String, Map<Blow, String>> rows = new LinkedHashMap<>();
    results.forEach(
        (point, trouble) ->
            rows.computeIfAbsent(point.row(), r -> new EnumMap<>(Blow.class))
                .put(point.blow(), trouble.isEmpty() ? "green" : "RED"));
    StringBuilder table =
        new StringBuilder(
            "%n%s: %d points in %d runs, %d green, in %d s%n"
                .formatted(title, results.size(), runs, count(String::isEmpty), seconds()));
    table.append("%-66s".formatted("killed"));
    for (Blow blow : Blow.values()) {
      table.append(" | ").append(blow);
    }
    rows.forEach(
        (row, cells) -> {
          table.append("%n%-66s".formatted(row));
          for (Blow blow : Blow.values()) {
            table
                .append(" | ")
                .append(
                    ("%-" + blow.toString().length() + "s")
                        .formatted(cells.getOrDefault(blow, "·")));
          }
        });
    return table.append("%n".formatted()).toString();
  }

  private long seconds() {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds();
  }

  private long count(Predicate<String> troubles) {
    return results.values().stream().filter(troubles).count();
  }

  void assertGreen() {
    Map<String, String> red = new LinkedHashMap<>();
    results.forEach(
        (point, trouble) -> {
          if (!trouble.isEmpty()) {
            red.put(point.row() + ", " + point.blow(), trouble);
          }
        });
    assertThat(red).isEmpty();
  }
}
