package awssetup.slack.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.User;
import com.slack.api.util.json.GsonFactory;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's time zone, from what Slack says about them. */
class PeopleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"tz\":\"Europe/Berlin\",\"tz_offset\":3600};Europe/Berlin",
        "{\"tz\":\"Europe/Berlin\"};Europe/Berlin",
        "{\"tz\":\" Europe/Berlin \",\"tz_offset\":0};Europe/Berlin",
        "{\"tz\":\"Mars/Phobos\",\"tz_offset\":-12600};-03:30",
        "{\"tz\":\"Pacific Daylight Time\",\"tz_offset\":-25200};-07:00",
        "{\"tz\":\"GMT+5:45\",\"tz_offset\":20700};+05:45",
        "{\"tz\":null,\"tz_offset\":19800};+05:30",
        "{\"tz\":\"\",\"tz_offset\":32400};+09:00",
        "{\"tz_offset\":0};Z",
        "{\"tz_offset\":50400};+14:00"
      })
  void is_the_named_zone_or_else_the_offset(String answer, String zone) {
    assertThat(People.zone(user(answer))).contains(ZoneId.of(zone));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"tz\":null}", "{\"tz\":\"Mars/Phobos\"}", "{\"tz_offset\":90000}"})
  void is_unknown_without_either(String answer) {
    assertThat(People.zone(user(answer))).isEmpty();
  }

  private static User user(String answer) {
    return GsonFactory.createSnakeCase().fromJson(answer, User.class);
  }
}
