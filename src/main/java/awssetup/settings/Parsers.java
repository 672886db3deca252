package awssetup.settings;

import awssetup.setup.Language;
import awssetup.setup.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Parsers of single values. Each throws a RuntimeException for a text that does not fit. */
final class Parsers {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private Parsers() {}

  static Function<String, Integer> number(int from, int to) {
    return text -> {
      require(text.matches("\\d{1,9}"));
      int number = Integer.parseInt(text);
      require(from <= number && number <= to);
      return number;
    };
  }

  static boolean yesNo(String text) {
    require(text.equals("true") || text.equals("false"));
    return text.equals("true");
  }

  static Function<String, String> matching(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return text -> {
      require(pattern.matcher(text).matches());
      return text;
    };
  }

  /** Slack IDs start with a letter that tells their kind. */
  static Function<String, String> slackId(String kinds) {
    return matching("[" + kinds + "][A-Z0-9]{2,}");
  }

  static Function<String, Secret> token(String prefix) {
    return text -> {
      require(text.matches(Pattern.quote(prefix) + "[A-Za-z0-9-]+"));
      return new Secret(text);
    };
  }

  static Secret longSecret(String text) {
    require(text.length() >= 16);
    return new Secret(text);
  }

  static String name(String text) {
    require(text.codePointCount(0, text.length()) <= 60);
    require(text.codePoints().noneMatch(Character::isISOControl));
    return text;
  }

  static Language language(String text) {
    require(text.matches("[a-z]+"));
    return Language.of(text);
  }

  static Duration duration(String text) {
    Duration duration = Duration.parse(text);
    require(!duration.isZero() && !duration.isNegative());
    return duration;
  }

  static URI url(String text) {
    URI url = URI.create(text);
    require(url.getHost() != null && Set.of("http", "https").contains(url.getScheme()));
    return url;
  }

  static URI apiUrl(String text) {
    require(text.endsWith("/api/"));
    return url(text);
  }

  /** AWS fetches the template itself, so only a test may do without TLS. */
  static URI templateUrl(String text) {
    URI url = url(text);
    require(url.getScheme().equals("https") || LOOPBACK.contains(url.getHost()));
    return url;
  }

  static void require(boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException();
    }
  }
}
