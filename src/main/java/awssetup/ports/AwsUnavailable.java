package awssetup.ports;

/**
 * AWS could not be asked, or its answer was lost. This says nothing about the customer; try again
 * later.
 */
public final class AwsUnavailable extends RuntimeException {
  private final boolean throttled;

  /**
   * @param throttled AWS answered that we are to slow down
   */
  public AwsUnavailable(String what, boolean throttled, Throwable cause) {
    super(what, cause);
    this.throttled = throttled;
  }

  public boolean isThrottled() {
    return throttled;
  }
}
