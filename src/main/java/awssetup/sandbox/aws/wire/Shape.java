package awssetup.sandbox.aws.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a value in a request may look like, in the terms of AWS's own service models. */
public sealed interface Shape {

  /** Text. An empty list of words allows any text, and so does an empty pattern. */
  public record Text(int min, int max, String pattern, List<String> words) implements Shape {}

  /** A whole number. */
  public record Whole(int min, int max) implements Shape {}

  /** A time as epoch seconds, fractions allowed. */
  public record Moment() implements Shape {}

  /** A list of equal items. */
  public record Many(Shape item) implements Shape {}

  /** An object with known members. */
  public record Structure(Map<String, Member> members) implements Shape {

    public Structure with(String name, Shape shape) {
      return plus(name, new Member(shape, false));
    }

    public Structure needs(String name, Shape shape) {
      return plus(name, new Member(shape, true));
    }

    private Structure plus(String name, Member member) {
      Map<String, Member> more = new LinkedHashMap<>(members);
      more.put(name, member);
      return new Structure(more);
    }
  }

  /** A member of an object. */
  public record Member(Shape shape, boolean required) {}

  public static Structure structure() {
    return new Structure(Map.of());
  }

  public static Text text(int min, int max, String pattern) {
    return new Text(min, max, pattern, List.of());
  }

  public static Text oneOf(String... words) {
    return new Text(0, Integer.MAX_VALUE, "", List.of(words));
  }
}
