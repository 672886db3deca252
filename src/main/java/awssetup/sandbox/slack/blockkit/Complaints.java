package awssetup.sandbox.slack.blockkit;

import java.util.ArrayList;
import java.util.List;

/** Collects complaints, each with a JSON pointer to what it is about. */
final class Complaints {
  private final List<String> lines;
  private final String pointer;

  private Complaints(List<String> lines, String pointer) {
    this.lines = lines;
    this.pointer = pointer;
  }

  static Complaints startingAt(String pointer) {
    return new Complaints(new ArrayList<>(), pointer);
  }

  Complaints at(Object step) {
    return new Complaints(lines, pointer + "/" + step);
  }

  void add(String complaint) {
    lines.add(complaint + " [json-pointer:" + pointer + "]");
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
