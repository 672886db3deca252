package awssetup.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each state of a step, and each plan, has exactly one kind. */
class StepStateTest {
  static Stream<Class<?>> records() {
    return Stream.of(Step.State.class, Plan.class)
        .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_record_has_the_kind_of_its_own_name(Class<?> form) throws Exception {
    Object value = blank(form);
    Enum<?> kind = value instanceof Plan plan ? plan.kind() : ((Step.State) value).kind();
    assertThat(kind.name().replace("_", ""))
        .isEqualTo(form.getSimpleName().toUpperCase(Locale.ROOT));
  }

  @Test
  void there_is_no_kind_without_a_record() {
    assertThat(Step.State.Kind.values()).hasSameSizeAs(Step.State.class.getPermittedSubclasses());
    assertThat(Plan.Kind.values()).hasSameSizeAs(Plan.class.getPermittedSubclasses());
  }

  /** A record that has nulls for all values. */
  private static Object blank(Class<?> form) throws ReflectiveOperationException {
    Constructor<?> constructor = form.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(new Object[constructor.getParameterCount()]);
  }
}
