package awssetup.sandbox.aws.organizations;

import awssetup.sandbox.aws.state.AwsError;
import awssetup.sandbox.aws.state.AwsState;
import awssetup.sandbox.aws.state.Transfer;
import awssetup.sandbox.aws.wire.AwsJson;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Operations on invitations that have been sent: describe, cancel, list. */
final class HandshakeOperations {
  private final AwsState state;
  private final InstantSource clock;
  private final ListPages pages;

  HandshakeOperations(AwsState state, InstantSource clock, ListPages pages) {
    this.state = state;
    this.clock = clock;
    this.pages = pages;
  }

  JsonObject describe(JsonObject input) {
    Instant now = clock.instant();
    return answer(state.withHandshake(AwsJson.text(input, "HandshakeId"), now), now);
  }

  JsonObject cancel(JsonObject input) {
    Instant now = clock.instant();
    Transfer transfer = state.withHandshake(AwsJson.text(input, "HandshakeId"), now);
    transfer.cancel(now);
    return answer(transfer, now);
  }

  JsonObject list(JsonObject input) {
    Instant now = clock.instant();
    JsonObject filter = input.has("Filter") ? input.getAsJsonObject("Filter") : new JsonObject();
    if (filter.size() > 1) {
      throw AwsError.invalid("MAX_LIMIT_EXCEEDED_FILTER", "One filter at a time.");
    }
    // The partner sends invitations to transfers only, and none of them has a parent.
    boolean showsTransfers =
        filter.size() == 0 || "TRANSFER_RESPONSIBILITY".equals(AwsJson.text(filter, "ActionType"));
    List<Transfer> readable =
        state.transfers.stream()
            .filter(transfer -> showsTransfers && transfer.handshakeIsReadable(now))
            .toList();
    JsonObject answer = new JsonObject();
    pages.add(
        answer,
        "Handshakes",
        "handshakes" + filter,
        input,
        readable,
        transfer -> Replies.handshake(transfer, now));
    return answer;
  }

  private static JsonObject answer(Transfer transfer, Instant now) {
    return Replies.wrap("Handshake", Replies.handshake(transfer, now));
  }
}
