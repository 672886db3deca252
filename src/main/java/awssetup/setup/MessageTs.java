package awssetup.setup;

/**
 * Slack's id of a message within its channel ({@code 1798761600.000100}); kept as text, as Slack
 * asks.
 */
public record MessageTs(String value) {
  @Override
  public String toString() {
    return value;
  }
}
