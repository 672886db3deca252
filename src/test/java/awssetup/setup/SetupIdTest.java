package awssetup.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupIdTest {

  @Test
  void random_ids_differ_and_are_read_back() {
    Set<SetupId> ids = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      SetupId id = SetupId.random();
      assertThat(SetupId.parse(id.toString())).contains(id);
      ids.add(id);
    }
    assertThat(ids).hasSize(1000);
  }

  @Test
  void random_ids_use_the_whole_alphabet() {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      SetupId.random().value().chars().forEach(seen::add);
    }
    assertThat(seen).hasSize(32);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "7Q2KACMEACMEACM",
        "7Q2KACMEACMEACMEA",
        "7q2kacmeacmeacme",
        "7Q2KACMEACMEACMI",
        "7Q2KACMEACMEACML",
        "7Q2KACMEACMEACMO",
        "7Q2KACMEACMEACMU",
        "7Q2KACMEACME:CME",
        "7Q2KACMEACMEACME\n"
      })
  void text_from_outside_in_another_form_is_not_an_id(String text) {
    assertThat(SetupId.parse(text)).isEmpty();
  }

  @Test
  void does_not_exist_in_another_form() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SetupId("acme"));
  }
}
