package awssetup.ports;

import static awssetup.ports.CardLook.Difference.DETAILS;
import static awssetup.ports.CardLook.Difference.NONE;
import static awssetup.ports.CardLook.Difference.STATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardLookTest {
  private static final CardLook LOOK = new CardLook("a1", "b1");

  @Test
  void tells_a_card_whose_dates_differ_from_one_that_is_wrong() {
    assertThat(LOOK.since(Optional.of(LOOK.text()))).isEqualTo(NONE);
    assertThat(LOOK.since(Optional.of(new CardLook("a0", "b1").text()))).isEqualTo(DETAILS);
    assertThat(LOOK.since(Optional.of(new CardLook("a0", "b0").text()))).isEqualTo(STATE);
  }

  @Test
  void a_card_that_was_kept_without_its_state_is_edited_only_if_it_looks_different() {
    assertThat(LOOK.since(Optional.of("a1"))).isEqualTo(NONE);
    assertThat(LOOK.since(Optional.of("a0"))).isEqualTo(STATE);
  }

  @Test
  void a_card_that_was_never_seen_is_wrong() {
    assertThat(LOOK.since(Optional.empty())).isEqualTo(STATE);
  }
}
