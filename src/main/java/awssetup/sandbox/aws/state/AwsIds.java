package awssetup.sandbox.aws.state;

import java.security.SecureRandom;

/**
 * Makes IDs in AWS's patterns. They are random, so that a database kept over a restart never meets
 * the same ID again.
 */
public final class AwsIds {
  private static final String DIGITS = "0123456789";
  private static final String LOWER = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private AwsIds() {}

  static String handshake() {
    return "h-" + pick(LOWER, 16);
  }

  static String transfer() {
    return "rt-" + pick(LOWER, 16);
  }

  /** Twelve digits; some begin with a zero. */
  static String account() {
    return pick(DIGITS, 12);
  }

  static String organization() {
    return "o-" + pick(LOWER, 10);
  }

  /** AKIA, ASIA, AROA and the like followed by sixteen characters. */
  public static String iam(String prefix) {
    return prefix + pick(UPPER, 16);
  }

  /** Random letters and digits, for secrets and tokens. */
  public static String secret(int length) {
    return pick(LOWER + UPPER, length);
  }

  private static String pick(String alphabet, int length) {
    return RANDOM
        .ints(length, 0, alphabet.length())
        .mapToObj(alphabet::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }
}
