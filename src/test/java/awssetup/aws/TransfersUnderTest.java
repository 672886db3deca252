package awssetup.aws;

import awssetup.ports.BillingTransfers;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Transfers at the AWS stand-in, for tests that let time pass instead of waiting. */
public final class TransfersUnderTest implements AutoCloseable {
  private final AwsClients clients;
  private final OrganizationsTransfers transfers;

  /**
   * @param rest gets the time to wait between two calls
   */
  public TransfersUnderTest(URI aws, InstantSource clock, Consumer<Duration> rest) {
    clients = new AwsClients(AwsSamples.config(aws, Optional.empty()));
    transfers = new OrganizationsTransfers(clients, clock, new AwsRateLimit(rest::accept, clock));
  }

  public BillingTransfers transfers() {
    return transfers;
  }

  @Override
  public void close() {
    clients.close();
  }
}
