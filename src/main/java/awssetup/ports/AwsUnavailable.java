package awssetup.ports;

/**
 * AWS could not be asked, or its answer was lost: it says nothing of the customer, and trying again
 * later is right.
 */
public final class AwsUnavailable extends RuntimeException {
  private final boolean throttled;

  /**
   * @param throttled AWS asks us to slow down, rather than being out of reach
   */
  public AwsUnavailable(String what, boolean throttled, Throwable cause) {
    super(what, cause);
    this.throttled = throttled;
  }

  public boolean isThrottled() {
    return throttled;
  }
}
