package awssetup.slack.words;

import awssetup.setup.AccountId;
import awssetup.setup.Refusal;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What AWS's error codes mean, in a sentence each. A code without one gets the sentence of its
 * exception, else a default that shows the code.
 */
public final class RefusalWords {
  /** Exceptions that mean little without a reason. */
  private static final Set<String> KINDS =
      Set.of(
          "HandshakeConstraintViolationException",
          "ConstraintViolationException",
          "InvalidInputException");

  private static final Pattern ARN = Pattern.compile("arn:[^\\s,;]+");

  private RefusalWords() {}

  /** For everyone: what it means and what to do next. */
  public static String sentence(Words words, Refusal refusal, AccountId account) {
    return sentence(words, refusal.exception(), refusal.code(), account);
  }

  public static String sentence(Words words, String exception, String code, AccountId account) {
    return sentence(words, exception, code, "", account);
  }

  /** For engineers only: what to do about it, AWS's own words, and what AWS Support asks for. */
  public static String forEngineers(Words words, Refusal refusal, AccountId account) {
    return words.say(
        "refusal_for_engineers",
        "advice",
        sentence(words, refusal.exception(), refusal.code(), ".engineer", account),
        "message",
        Mrkdwn.escape(Mrkdwn.plain(refusal.message(), 500)),
        "code",
        Mrkdwn.escape(refusal.exception())
            + refusal.reason().map(reason -> " / " + Mrkdwn.escape(reason)).orElse(""),
        "request",
        refusal
            .requestId()
            .map(Mrkdwn::escape)
            .orElseGet(() -> words.say("refusal_for_engineers.no_request")));
  }

  /** Whether it has a sentence of its own, and not only one for its kind. */
  public static boolean isKnown(Words words, Refusal refusal) {
    return words.has("refusal." + refusal.code()) && !KINDS.contains(refusal.code());
  }

  /** AWS's words for a shared channel: without the names of our roles and accounts' resources. */
  public static String forEverybody(String message) {
    return Mrkdwn.escape(ARN.matcher(Mrkdwn.plain(message, 300)).replaceAll("(…)"));
  }

  private static String sentence(
      Words words, String exception, String code, String forWhom, AccountId account) {
    String key =
        Stream.of(code, exception, "default")
            .map(name -> "refusal." + name + forWhom)
            .filter(words::has)
            .findFirst()
            .orElseThrow();
    return words.say(key, "account", account, "code", Mrkdwn.escape(code));
  }
}
