package awssetup.followup;

import awssetup.ports.BillingTransfers;
import awssetup.ports.Setups;
import java.time.InstantSource;

/** A round of the watch when the test says so. */
public final class WatchUnderTest {
  private final TransferWatch watch;

  public WatchUnderTest(Setups setups, BillingTransfers transfers, InstantSource clock) {
    this.watch = new TransferWatch(setups, transfers, new Outages(clock), clock);
  }

  public void round() {
    watch.run();
  }
}
