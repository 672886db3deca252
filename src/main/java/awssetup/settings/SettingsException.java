package awssetup.settings;

import java.util.List;

/**
 * The settings cannot be used as they are. The message has one line per problem, without any
 * secret.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  SettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** One line per problem: the variable, what was given and what is expected. */
  public List<String> problems() {
    return problems;
  }
}
