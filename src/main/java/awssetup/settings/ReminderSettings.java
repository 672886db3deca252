package awssetup.settings;

import static awssetup.settings.Parsers.require;

import awssetup.setup.ReminderRules;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When people are reminded: intervals, hours, days and the zone of those whose own is not known.
 */
final class ReminderSettings {
  private static final Pattern WINDOW = Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");
  private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  private record Window(int opensAt, int closesAt) {}

  private ReminderSettings() {}

  static ReminderRules read(Environment env) {
    Window window =
        env.orDefault(
            "REMINDER_WINDOW",
            "09:00-17:00",
            "hours from-to within one day, 24:00 being its end, for example 09:00-17:00",
            ReminderSettings::window);
    return new ReminderRules(
        env.orDefault(
            "REMINDER_INTERVALS",
            "PT24H,PT24H,PT24H,PT72H",
            "ISO-8601 durations longer than zero with commas between, for example PT24H,PT72H",
            ReminderSettings::intervals),
        window.opensAt(),
        window.closesAt(),
        env.orDefault(
            "REMINDER_DAYS",
            "MON-FRI",
            "days or ranges of days with commas between, for example MON-FRI or MON,WED,SAT-SUN",
            ReminderSettings::days),
        env.orDefault(
            "DEFAULT_TIME_ZONE",
            "UTC",
            "a time zone or offset, for example Europe/Berlin or +02:00",
            ZoneId::of));
  }

  private static List<Duration> intervals(String text) {
    return parts(text).stream().map(Parsers::duration).toList();
  }

  private static Window window(String text) {
    Matcher parts = WINDOW.matcher(text);
    require(parts.matches());
    int opensAt = minutes(parts.group(1), parts.group(2));
    int closesAt = minutes(parts.group(3), parts.group(4));
    require(opensAt < closesAt);
    return new Window(opensAt, closesAt);
  }

  private static int minutes(String hours, String minutes) {
    int h = Integer.parseInt(hours);
    int m = Integer.parseInt(minutes);
    require(m < 60 && h * 60 + m <= 24 * 60);
    return h * 60 + m;
  }

  private static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : parts(text)) {
      List<String> ends = Arrays.asList(part.split("-", -1));
      require(ends.size() <= 2);
      DayOfWeek last = day(ends.get(ends.size() - 1));
      DayOfWeek day = day(ends.get(0));
      days.add(day);
      while (day != last) { // a range may run over the week's end
        day = day.plus(1);
        days.add(day);
      }
    }
    return days;
  }

  private static DayOfWeek day(String name) {
    int index = DAYS.indexOf(name.strip().toUpperCase(Locale.ROOT));
    require(index >= 0);
    return DayOfWeek.of(index + 1);
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }
}
