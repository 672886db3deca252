package awssetup.settings;

import awssetup.setup.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads variables one by one and keeps every problem for one report at the end, so that an operator
 * corrects a wrong configuration in one go. A parser refuses a text by throwing a RuntimeException.
 */
final class Environment {
  private static final Pattern SCHEME = Pattern.compile("(?:[A-Za-z0-9+.-]+:)+(?=/|$)");
  private static final Pattern TOKEN_KIND = Pattern.compile("xox[a-z]-|xapp-");
  private static final Pattern PASSWORD_IN_URL = Pattern.compile("//[^/@]*@");
  private static final int LONGEST_SHOWN = 80;

  private final Map<String, String> variables;
  private final List<String> problems = new ArrayList<>();

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** The trimmed text of a variable; blank counts as not set. */
  Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  boolean has(String name) {
    return text(name).isPresent();
  }

  <T> Optional<T> optional(String name, String expected, Function<String, T> parser) {
    return parse(name, expected, parser, Environment::shown);
  }

  Optional<Secret> optionalSecret(String name, String expected, Function<String, Secret> parser) {
    return parse(name, expected, parser, Environment::hidden);
  }

  /**
   * Reports a wrong text and returns the default in its place, until {@link #check()} ends the
   * reading.
   */
  <T> T orDefault(String name, String byDefault, String expected, Function<String, T> parser) {
    return optional(name, expected, parser).orElseGet(() -> parser.apply(byDefault));
  }

  /** Null where the variable is missing or wrong; both are reported. */
  <T> T required(String name, String expected, Function<String, T> parser) {
    reportMissing(name, expected);
    return optional(name, expected, parser).orElse(null);
  }

  /** Null where the variable is missing or wrong; both are reported. */
  Secret requiredSecret(String name, String expected, Function<String, Secret> parser) {
    reportMissing(name, expected);
    return optionalSecret(name, expected, parser).orElse(null);
  }

  void problem(String name, String given, String expected) {
    problems.add(name + " " + given + "; expected " + expected);
  }

  /**
   * @throws SettingsException if anything was wrong so far
   */
  void check() {
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  /** For values that can hold a password: the part before it, such as {@code jdbc:mysql:}. */
  static String shownScheme(String text) {
    Matcher scheme = SCHEME.matcher(text);
    return scheme.lookingAt()
        ? "starts with \"" + scheme.group() + "\""
        : "does not start with \"jdbc:\"";
  }

  private <T> Optional<T> parse(
      String name, String expected, Function<String, T> parser, Function<String, String> given) {
    Optional<String> text = text(name);
    try {
      return text.map(parser);
    } catch (RuntimeException e) {
      problem(name, given.apply(text.orElseThrow()), expected);
      return Optional.empty();
    }
  }

  private void reportMissing(String name, String expected) {
    if (!has(name)) {
      problem(name, "is not set", expected);
    }
  }

  private static String shown(String text) {
    String safe = PASSWORD_IN_URL.matcher(text).replaceAll("//…@").replaceAll("\\p{Cntrl}", "?");
    return "is \""
        + (safe.length() > LONGEST_SHOWN ? safe.substring(0, LONGEST_SHOWN) + "…" : safe)
        + "\"";
  }

  private static String hidden(String text) {
    Matcher kind = TOKEN_KIND.matcher(text);
    return kind.lookingAt()
        ? "starts with \"" + kind.group() + "\" (the rest is not shown)"
        : "has a value that does not fit (it is not shown)";
  }
}
