package awssetup.slack.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestRateTest {
  private static final long START = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(1);

  private final RequestRate rate = new RequestRate();

  private void requests(int howMany, long everyMillis) {
    for (int i = 0; i < howMany; i++) {
      rate.request(at(i * everyMillis));
    }
  }

  /** Nano times may overflow, and only their differences count. */
  private static long at(long millis) {
    return START + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void is_high_from_the_tenth_request_until_a_quarter_of_a_second_after_the_first() {
    requests(9, 10);
    assertThat(rate.isHigh(at(80))).isFalse();
    rate.request(at(90));
    assertThat(rate.isHigh(at(90))).isTrue();
    assertThat(rate.isHigh(at(249))).isTrue();
    assertThat(rate.isHigh(at(250))).isFalse();
  }

  @Test
  void stays_high_while_requests_come_quickly() {
    requests(1_000, 25);
    assertThat(rate.isHigh(at(999 * 25))).isTrue();
  }

  @Test
  void is_not_high_when_people_click() {
    requests(1_000, 30);
    assertThat(rate.isHigh(at(999 * 30))).isFalse();
  }

  @Test
  void is_not_high_before_the_first_request() {
    assertThat(rate.isHigh(0)).isFalse();
  }
}
