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
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * AWS as the app sees it, played on the loopback interface: Organizations and STS at one endpoint
 * over one picture of a partner and its customers, which the methods here let people change as they
 * would in the AWS console. Safe for use by several threads; nothing is kept on disk.
 *
 * <p>Methods that act for a person throw IllegalStateException with AWS's sentence where AWS would
 * refuse, and IllegalArgumentException for arguments that cannot mean anything.
 */
public final class AwsStandIn implements AutoCloseable {
  private static final int THREADS = 16;

  private final InstantSource clock;
  private final AwsState picture = AwsState.demo();
  private final AwsFaults faults = new AwsFaults();
  private final AwsCallLog log = new AwsCallLog();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Organizations organizations;
  private final AwsEndpoint door;
  private final HttpServer server;
  private final ExecutorService threads;

  private AwsStandIn(InstantSource clock, int port) throws IOException {
    this.clock = clock;
    Signatures signatures = new Signatures();
    organizations = new Organizations(picture, clock);
    Sts sts = new Sts(new AssumeRole(picture, signatures));
    door = new AwsEndpoint(organizations, sts, signatures, faults, log, clock, this::changed);
    threads = Executors.newFixedThreadPool(THREADS, AwsStandIn::daemon);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.setExecutor(threads);
    server.createContext("/", door::handle);
    server.start();
  }

  /**
   * Starts the stand-in.
   *
   * @param clock what time it is at AWS
   * @param port a port of 127.0.0.1, 0 for any free one
   * @throws UncheckedIOException where the port cannot be had
   */
  public static AwsStandIn start(InstantSource clock, int port) {
    // Read once by the JDK's server; without it every answer waits for the client's delayed ack.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return new AwsStandIn(clock, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The endpoint for both services. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The partner's management account; its organization has all features. */
  public String partnerAccountId() {
    return AwsState.PARTNER_ACCOUNT;
  }

  /** A customer has an organization with all features; one that was there before is replaced. */
  public void addOrganization(String managementAccountId, String name, String email) {
    change(() -> picture.put(managementAccountId, name, email, true, false));
  }

  /**
   * A customer signs up with AWS and prepares the account: root user secured, organization with all
   * features.
   *
   * @return the ID of the new management account
   * @throws IllegalArgumentException for a name or an address that AWS does not take
   * @throws IllegalStateException where another AWS account has that address
   */
  public String signUp(String name, String email) {
    String id;
    synchronized (picture) {
      id = SignUp.serve(picture, name, email, clock.instant());
    }
    changed();
    return id;
  }

  /** Notes an invitation that was sent a while ago, and is open for as long as any other. */
  public StandInInvitation invited(String accountId, Instant sentAt, Instant startsAt) {
    Transfer transfer;
    synchronized (picture) {
      Customer customer = picture.customers.get(accountId);
      transfer = new Transfer(customer, false, customer.name(), null, Map.of(), sentAt, startsAt);
      picture.transfers.add(transfer);
    }
    changed();
    return invitation(transfer, clock.instant());
  }

  /** The customer accepts, which AWS allows until 24 hours before the transfer's start. */
  public void accept(String handshakeId) {
    change(() -> open(handshakeId).accept(clock.instant()));
  }

  /** The customer declines. */
  public void decline(String handshakeId) {
    change(() -> open(handshakeId).decline(clock.instant()));
  }

  /** Somebody at the partner cancels the invitation in the AWS console. */
  public void cancelInConsole(String handshakeId) {
    change(() -> open(handshakeId).cancel(clock.instant()));
  }

  /** Either side withdraws an accepted transfer; it ends with the current month (UTC). */
  public void withdraw(String transferId) {
    change(() -> picture.transfer(transferId).withdraw(null, clock.instant()));
  }

  /**
   * The customer deploys the role, in place of any other there.
   *
   * @param roleName with its path where it has one: what follows "role/" in the ARN
   * @param externalId what the role's trust policy asks for; null for a role that answers anybody
   */
  public void deployRole(String accountId, String roleName, String externalId) {
    AwsState.requireAccountId(accountId);
    change(() -> picture.roles.put(accountId, new DeployedRole(accountId, roleName, externalId)));
  }

  /** The customer deletes the role; nothing happens where there is none. */
  public void deleteRole(String accountId) {
    change(() -> picture.roles.remove(accountId));
  }

  /**
   * How many inbound transfers, open invitations included, AWS grants the partner (100 at first).
   */
  public void inboundQuota(int transfers) {
    change(() -> picture.inboundQuota = transfers);
  }

  /**
   * What the bot may not do from now on, as a policy names it: {@code sts:AssumeRole}, or one of
   * Organizations' operations behind {@code organizations:}.
   */
  public void deny(Set<String> actions) {
    change(
        () -> {
          picture.denied.clear();
          picture.denied.addAll(actions);
        });
  }

  /**
   * Whether members that AWS does not know are refused (so at first) or passed over, as AWS does.
   */
  public void strict(boolean on) {
    organizations.strict(on);
  }

  /** All transfers with their invitations, oldest first. */
  public List<StandInInvitation> invitations() {
    synchronized (picture) {
      Instant now = clock.instant();
      return picture.transfers.stream().map(transfer -> invitation(transfer, now)).toList();
    }
  }

  /**
   * The next call of this operation goes wrong; faults for the same operation follow one another.
   *
   * @param operation AWS's name of it, or "*" for whichever is called next
   */
  public void failNext(String operation, AwsFault fault) {
    faults.add(operation, fault);
    changed();
  }

  /** Has somebody look on at every call from now on. */
  public void witness(AwsCallObserver onlooker) {
    door.witness(onlooker);
  }

  /** Orders one of the snapshot's fault choices. */
  public void applyFaultChoice(String id) {
    AwsFaultChoice choice = AwsFaultChoice.byId(id);
    failNext(choice.operation(), choice.fault());
  }

  /** Nothing goes wrong any more, but for what already hangs. */
  public void clearFaults() {
    faults.clear();
    changed();
  }

  /** The latest calls, newest last. */
  public List<AwsCall> calls() {
    return log.list();
  }

  /** What the sandbox page draws. */
  public JsonObject snapshot() {
    synchronized (picture) {
      return AwsSnapshot.of(picture, invitations(), faults.list(), log.list(), clock.instant());
    }
  }

  /**
   * Tells of every change and every call, on the thread that caused it.
   *
   * @return closing it ends the telling
   */
  public AutoCloseable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Cuts whatever hangs and stops. */
  @Override
  public void close() {
    door.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private Transfer open(String handshakeId) {
    return picture.withHandshake(handshakeId, clock.instant());
  }

  private void change(Runnable what) {
    synchronized (picture) {
      what.run();
    }
    changed();
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  private static StandInInvitation invitation(Transfer transfer, Instant now) {
    Map<String, String> tags = new LinkedHashMap<>(transfer.tagsToAttach);
    tags.putAll(transfer.tags);
    return new StandInInvitation(
        transfer.handshakeId,
        transfer.id,
        transfer.source.accountId(),
        transfer.name(),
        transfer.status(now),
        transfer.sentAt,
        transfer.expiresAt,
        transfer.startsAt,
        transfer.notes,
        tags);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "aws-stand-in");
    thread.setDaemon(true);
    return thread;
  }
}
