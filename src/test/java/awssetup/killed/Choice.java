package awssetup.killed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Chooses around which calls the app is killed, and how. Each kill costs a start of the app.
 *
 * @param words the rule, in words for the reader of the matrix
 */
record Choice(String words, UnaryOperator<List<FaultPoint>> rule) {
  /** Every call with an effect, in every scene. */
  static Choice everyEffect() {
    return new Choice(
        "every call and acknowledgement of every scene; calls that only read, once each",
        all -> eachBlow(readsOnce(all)));
  }

  /** The same, without the scenes that another journey has too. */
  static Choice everyEffectBeyond(String other, List<Scene> scenes) {
    Set<String> known = scenes.stream().map(Scene::name).collect(Collectors.toSet());
    return new Choice(
        everyEffect().words() + "; in the scenes that " + other + " does not have",
        all ->
            eachBlow(
                readsOnce(all.stream().filter(point -> !known.contains(point.scene())).toList())));
  }

  /** The first and the last call of each kind that has an effect. */
  static Choice eachKindOfEffect() {
    return new Choice(
        "each kind of call that has an effect, and acknowledgements, the first and the last time",
        all -> eachBlow(firstAndLast(all)));
  }

  /** One kill in each scene, all in one run, with other kinds of calls and other blows. */
  static Choice oneInEachScene() {
    return new Choice(
        "one call or acknowledgement of each scene, of another kind each time where there is one",
        all -> oneAScene(all, 1));
  }

  static Choice oneInEveryThirdScene() {
    return new Choice(
        "one call or acknowledgement of every third scene, of another kind each time",
        all -> oneAScene(all, 3));
  }

  private static List<FaultPoint> oneAScene(List<FaultPoint> all, int every) {
    Map<String, List<FaultPoint>> scenes =
        all.stream().collect(groupingBy(FaultPoint::scene, LinkedHashMap::new, toList()));
    Set<String> had = new HashSet<>();
    List<FaultPoint> chosen = new ArrayList<>();
    int number = 0;
    for (List<FaultPoint> scene : scenes.values()) {
      if (number++ % every == 0) {
        FaultPoint point = anotherKind(scene, had);
        had.add(point.kind());
        List<FaultPoint> blows = point.eachBlow().toList();
        chosen.add(blows.get(chosen.size() % blows.size()));
      }
    }
    return chosen;
  }

  private static FaultPoint anotherKind(List<FaultPoint> scene, Set<String> had) {
    List<FaultPoint> effects = scene.stream().filter(point -> !point.onlyReads()).toList();
    List<FaultPoint> worth = effects.isEmpty() ? scene : effects;
    return worth.stream()
        .filter(point -> !had.contains(point.kind()))
        .findFirst()
        .orElse(worth.get(0));
  }

  private static List<FaultPoint> eachBlow(List<FaultPoint> points) {
    return points.stream().flatMap(FaultPoint::eachBlow).toList();
  }

  private static List<FaultPoint> readsOnce(List<FaultPoint> all) {
    Set<String> read = new HashSet<>();
    return all.stream().filter(point -> !point.onlyReads() || read.add(point.kind())).toList();
  }

  private static List<FaultPoint> firstAndLast(List<FaultPoint> all) {
    Map<String, FaultPoint> first = new LinkedHashMap<>();
    Map<String, FaultPoint> last = new LinkedHashMap<>();
    all.stream()
        .filter(point -> !point.onlyReads())
        .forEach(
            point -> {
              first.putIfAbsent(point.kind(), point);
              last.put(point.kind(), point);
            });
    Collection<FaultPoint> both = new LinkedHashSet<>(first.values());
    both.addAll(last.values());
    return new ArrayList<>(both);
  }

  List<FaultPoint> from(List<FaultPoint> all) {
    return rule.apply(all);
  }
}
