package awssetup.slack;

import awssetup.setup.AccountId;
import awssetup.setup.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What AWS's error codes mean, in a sentence each, kept in {@code refusals.properties}. A code
 * without one gets the sentence of its exception, else a default that shows the code.
 */
final class Refusals {
  /** Exceptions that mean little without a reason. */
  private static final Set<String> KINDS =
      Set.of(
          "HandshakeConstraintViolationException",
          "ConstraintViolationException",
          "InvalidInputException");

  private static final Pattern ARN = Pattern.compile("arn:[^\\s,;]+");

  private final Properties sentences = new Properties();
  private final String partner;

  Refusals(String partner) {
    this.partner = partner;
    try (InputStream in = Refusals.class.getResourceAsStream("refusals.properties")) {
      sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For everybody: what it means and what to do next. */
  String sentence(Refusal refusal, AccountId account) {
    return sentence(refusal.exception(), refusal.code(), account);
  }

  String sentence(String exception, String code, AccountId account) {
    String sentence = sentences.getProperty(code, sentences.getProperty(exception));
    return fill(sentence == null ? sentences.getProperty("default") : sentence, code, account);
  }

  /** For engineers only: what to do about it, AWS's own words, and what AWS Support asks for. */
  String forEngineers(Refusal refusal, AccountId account) {
    String advice =
        sentences.getProperty(
            refusal.code() + ".engineer",
            sentences.getProperty(
                refusal.exception() + ".engineer", sentences.getProperty("default.engineer")));
    return fill(advice, refusal.code(), account)
        + "\nAWS says: “"
        + Text.escape(Text.plain(refusal.message(), 500))
        + "”\n`"
        + Text.escape(refusal.exception())
        + refusal.reason().map(reason -> " / " + Text.escape(reason)).orElse("")
        + "`, request ID "
        + Text.escape(refusal.requestId().orElse("not given"));
  }

  /** Whether we have a sentence of its own for it, and not only for its kind. */
  boolean isKnown(Refusal refusal) {
    return sentences.containsKey(refusal.code()) && !KINDS.contains(refusal.code());
  }

  /** AWS's words for a shared channel: without the names of our roles and accounts' resources. */
  String forEverybody(String message) {
    return Text.escape(ARN.matcher(Text.plain(message, 300)).replaceAll("(…)"));
  }

  private String fill(String sentence, String code, AccountId account) {
    return Text.escape(
        sentence
            .replace("{partner}", partner)
            .replace("{account}", account.value())
            .replace("{code}", code));
  }
}
