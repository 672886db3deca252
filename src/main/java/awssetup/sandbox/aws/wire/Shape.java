package awssetup.sandbox.aws.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a value in a request may look like, in the terms of AWS's own service models. */
public sealed interface Shape {

  /** Text; an empty list of words means any, an empty pattern means any. */
  public record Text(int min, int max, String pattern, List<String> words) implements Shape {}

  public record Whole(int min, int max) implements Shape {}

  /** A moment as a number of epoch seconds, fractions allowed. */
  public record Moment() implements Shape {}

  public record Many(Shape item) implements Shape {}

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
