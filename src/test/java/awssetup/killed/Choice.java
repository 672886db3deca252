package awssetup.killed;

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
 * Around which of all that is said and heard the app is killed: each kill costs a start.
 *
 * @param words the rule, as the matrix's reader is told it
 */
record Choice(String words, UnaryOperator<List<FaultPoint>> rule) {
  /** Everything that has an effect, wherever it comes up. */
  static Choice everyEffect() {
    return new Choice(
        "every call and acknowledgement of every scene; calls that only read, once each",
        Choice::readsOnce);
  }

  /** The same, but for what another journey has, too. */
  static Choice everyEffectBeyond(String other, List<Scene> scenes) {
    Set<String> known = scenes.stream().map(Scene::name).collect(Collectors.toSet());
    return new Choice(
        everyEffect().words() + "; in the scenes that " + other + " does not have",
        all -> readsOnce(all.stream().filter(point -> !known.contains(point.scene())).toList()));
  }

  /** Each kind of thing with an effect, at the journey's beginning and towards its end. */
  static Choice eachKindOfEffect() {
    return new Choice(
        "each kind of call that has an effect, and acknowledgements, the first and the last time",
        Choice::firstAndLast);
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
