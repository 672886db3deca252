package awssetup.export;

import awssetup.ports.Setups;
import awssetup.setup.Actor;
import awssetup.setup.Ending;
import awssetup.setup.Invitation;
import awssetup.setup.Setup;
import awssetup.setup.SetupStatus;
import awssetup.setup.Step;
import awssetup.setup.TargetAccount;
import awssetup.setup.Turn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes all setups, one row each, with their state now. It has no person's name, address or
 * telephone number, because a copy of the file could not be erased when that person is forgotten.
 */
public final class SetupsCsv {
  private static final String[] COLUMNS = {
    "id",
    "customer",
    "option",
    "language",
    "order_id",
    "channel",
    "started_at",
    "started_by",
    "customer_contact",
    "account_id",
    "support_plan",
    "state",
    "steps_done",
    "steps",
    "step",
    "waiting_for",
    "waiting_since",
    "deadline",
    "transfer_id",
    "transfer_status",
    "start_month",
    "role_deployed_at",
    "ended_at",
    "forgotten_at"
  };

  private SetupsCsv() {}

  /**
   * Writes one setup after the other, so that any number of them fits.
   *
   * @throws awssetup.ports.StoreUnavailable if the database could not be read
   */
  public static void write(Setups setups, Instant now, Appendable out) throws IOException {
    Csv csv = new Csv(out, COLUMNS);
    try {
      setups.forEach(setup -> row(csv, setup, now));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Returns the whole file, for a caller that has to know its length; some hundred bytes a setup.
   *
   * @throws awssetup.ports.StoreUnavailable if the database could not be read
   */
  public static byte[] bytes(Setups setups, Instant now) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      write(setups, now, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void row(Csv csv, Setup setup, Instant now) {
    SetupStatus status = SetupStatus.of(setup, now);
    Optional<Step> current = setup.isOpen() ? status.current() : Optional.empty();
    Optional<Invitation.Sent> sent = setup.invitation().flatMap(Invitation::sent);
    try {
      csv.row(
          setup.id(),
          setup.customerName(),
          setup.option(),
          setup.language(),
          setup.orderId(),
          setup.channel(),
          setup.startedAt(),
          setup.startedBy(),
          setup.customerContact(),
          setup.account().map(TargetAccount::id),
          setup.details().map(details -> details.supportPlan()),
          setup.ending().<Object>map(Ending::outcome).orElse("open"),
          status.done(),
          status.steps().size(),
          current.map(Step::key),
          waitingFor(status, current),
          status.turn().map(Turn::since).or(() -> current.map(Step::since)),
          status.deadline(),
          sent.map(Invitation.Sent::transferId),
          sent.map(Invitation.Sent::status),
          setup.invitation().map(Invitation::startsIn),
          setup.role().deployedAt(),
          setup.ending().map(Ending::at),
          setup.forgottenAt());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An open setup for which no person has to act waits for AWS. */
  private static Optional<?> waitingFor(SetupStatus status, Optional<Step> current) {
    Optional<Actor> person = status.turn().map(Turn::actor);
    return person.isPresent() ? person : current.map(step -> "aws");
  }
}
