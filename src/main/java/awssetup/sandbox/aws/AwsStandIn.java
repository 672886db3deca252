package awssetup.sandbox.aws;

import awssetup.sandbox.aws.organizations.Organizations;
import awssetup.sandbox.aws.state.AwsState;
import awssetup.sandbox.aws.state.Customer;
import awssetup.sandbox.aws.state.DeployedRole;
import awssetup.sandbox.aws.state.SignUp;
import awssetup.sandbox.aws.state.Transfer;
import awssetup.sandbox.aws.sts.AssumeRole;
import awssetup.sandbox.aws.sts.Sts;
import awssetup.sandbox.aws.wire.Signatures;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * AWS as the app sees it, played on the loopback interface: Organizations and STS at one endpoint,
 * above the state of one partner and its customers. The methods change that state as people do in
 * the AWS console. They may be called from any thread; nothing is kept on disk.
 *
 * <p>Methods that act for a person raise IllegalStateException with AWS's sentence if AWS would
 * refuse, and IllegalArgumentException for arguments that make no sense.
 */
public final class AwsStandIn implements AutoCloseable {
  private final InstantSource clock;
  private final AwsState state = AwsState.demo();
  private final AwsFaults faults = new AwsFaults();
  private final AwsCallLog log;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Organizations organizations;
  private final AwsEndpoint endpoint;

  private AwsStandIn(InstantSource clock, int port) throws IOException {
    this.clock = clock;
    log = new AwsCallLog(clock, this::changed);
    Signatures signatures = new Signatures();
    organizations = new Organizations(state, clock);
    Sts sts = new Sts(new AssumeRole(state, signatures));
    endpoint = new AwsEndpoint(port, organizations, sts, signatures, faults, log);
  }

  /**
   * Starts the stand-in.
   *
   * @param clock the time at AWS
   * @param port a port of 127.0.0.1, 0 for any free one
   * @throws UncheckedIOException if the port is taken
   */
  public static AwsStandIn start(InstantSource clock, int port) {
    try {
      return new AwsStandIn(clock, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The endpoint for both services. */
  public URI url() {
    return endpoint.url();
  }

  /** The partner's management account; its organization has all features. */
  public String partnerAccountId() {
    return AwsState.PARTNER_ACCOUNT;
  }

  /** Adds a customer's organization with all features, or replaces the one of this account. */
  public void addOrganization(String managementAccountId, String name, String email) {
    change(() -> state.put(managementAccountId, name, email, true, false));
  }

  /**
   * A customer signs up with AWS and prepares the account: root user secured, organization with all
   * features.
   *
   * @return the ID of the new management account
   * @throws IllegalArgumentException if AWS does not take the name or the address
   * @throws IllegalStateException if another AWS account has that address
   */
  public String signUp(String name, String email) {
    String id;
    synchronized (state) {
      id = SignUp.serve(state, name, email, clock.instant());
    }
    changed();
    return id;
  }

  /** Adds an invitation that was sent at an earlier time. It expires like any other. */
  public StandInInvitation invited(String accountId, Instant sentAt, Instant startsAt) {
    Transfer transfer;
    synchronized (state) {
      Customer customer = state.customers.get(accountId);
      transfer = new Transfer(customer, false, customer.name(), null, Map.of(), sentAt, startsAt);
      state.transfers.add(transfer);
    }
    changed();
    return StandInInvitation.of(transfer, clock.instant());
  }

  /** The customer accepts, which AWS allows until 24 hours before the transfer's start. */
  public void accept(String handshakeId) {
    change(() -> open(handshakeId).accept(clock.instant()));
  }

  /** The customer declines. */
  public void decline(String handshakeId) {
    change(() -> open(handshakeId).decline(clock.instant()));
  }

  /** The partner cancels the invitation in the AWS console, without the app. */
  public void cancelInConsole(String handshakeId) {
    change(() -> open(handshakeId).cancel(clock.instant()));
  }

  /** Either side withdraws an accepted transfer; it ends with the current month (UTC). */
  public void withdraw(String transferId) {
    change(() -> state.transfer(transferId).withdraw(null, clock.instant()));
  }

  /**
   * The customer deploys the role, in place of the one deployed before.
   *
   * @param roleName with its path if it has one: what follows "role/" in the ARN
   * @param externalId what the role's trust policy asks for; null for a role that answers anyone
   */
  public void deployRole(String accountId, String roleName, String externalId) {
    AwsState.requireAccountId(accountId);
    change(() -> state.roles.put(accountId, new DeployedRole(accountId, roleName, externalId)));
  }

  /** The customer deletes the role, if there is one. */
  public void deleteRole(String accountId) {
    change(() -> state.roles.remove(accountId));
  }

  /** How many inbound transfers AWS grants the partner, open invitations included; 100 at first. */
  public void inboundQuota(int transfers) {
    change(() -> state.inboundQuota = transfers);
  }

  /**
   * Denies the app exactly these actions, named as in a policy: {@code sts:AssumeRole}, or {@code
   * organizations:} followed by an operation.
   */
  public void deny(Set<String> actions) {
    change(
        () -> {
          state.denied.clear();
          state.denied.addAll(actions);
        });
  }

  /** Whether to refuse request members that AWS would ignore; at first they are refused. */
  public void strict(boolean on) {
    organizations.strict(on);
  }

  /** All transfers with their invitations, oldest first. */
  public List<StandInInvitation> invitations() {
    synchronized (state) {
      Instant now = clock.instant();
      return state.transfers.stream().map(transfer -> StandInInvitation.of(transfer, now)).toList();
    }
  }

  /**
   * Makes the next call of this operation fail, after the faults planned for it before.
   *
   * @param operation AWS's name of it, or "*" for any operation
   */
  public void failNext(String operation, AwsFault fault) {
    faults.add(operation, fault);
    changed();
  }

  /** Shows every call to this observer from now on, in place of the last one. */
  public void observe(AwsCallObserver observer) {
    endpoint.observe(observer);
  }

  /**
   * Plans one of the snapshot's fault choices.
   *
   * @throws IllegalArgumentException if there is no such choice
   */
  public void applyFaultChoice(String id) {
    AwsFaultChoice choice = AwsFaultChoice.byId(id);
    failNext(choice.operation(), choice.fault());
  }

  /** Forgets the planned faults; calls that already hang go on hanging. */
  public void clearFaults() {
    faults.clear();
    changed();
  }

  /** The last 1000 calls, newest last. */
  public List<AwsCall> calls() {
    return log.list();
  }

  /** What the sandbox page draws. */
  public JsonObject snapshot() {
    synchronized (state) {
      return AwsSnapshot.of(state, invitations(), faults.list(), log.list(), clock.instant());
    }
  }

  /**
   * Runs the listener after every change and every call, on the thread that caused it.
   *
   * @return stops this when it is closed
   */
  public AutoCloseable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Cuts the calls that hang, and stops. */
  @Override
  public void close() {
    endpoint.close();
  }

  private Transfer open(String handshakeId) {
    return state.withHandshake(handshakeId, clock.instant());
  }

  private void change(Runnable what) {
    synchronized (state) {
      what.run();
    }
    changed();
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }
}
