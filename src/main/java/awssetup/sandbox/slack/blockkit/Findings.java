package awssetup.sandbox.slack.blockkit;

import java.util.ArrayList;
import java.util.List;

/** Collects complaints, each with the JSON pointer of the place it is about. */
final class Findings {
  private final List<String> lines;
  private final String pointer;

  private Findings(List<String> lines, String pointer) {
    this.lines = lines;
    this.pointer = pointer;
  }

  static Findings startingAt(String pointer) {
    return new Findings(new ArrayList<>(), pointer);
  }

  Findings at(Object step) {
    return new Findings(lines, pointer + "/" + step);
  }

  void add(String complaint) {
    lines.add(complaint + " [json-pointer:" + pointer + "]");
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
