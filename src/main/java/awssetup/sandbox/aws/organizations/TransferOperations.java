package awssetup.sandbox.aws.organizations;

import awssetup.sandbox.aws.state.AwsError;
import awssetup.sandbox.aws.state.AwsState;
import awssetup.sandbox.aws.state.Transfer;
import awssetup.sandbox.aws.wire.AwsJson;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Operations on the partner's inbound transfers: describe, list, terminate, update. */
final class TransferOperations {
  private final AwsState state;
  private final InstantSource clock;
  private final ListPages pages;

  TransferOperations(AwsState state, InstantSource clock, ListPages pages) {
    this.state = state;
    this.clock = clock;
    this.pages = pages;
  }

  JsonObject describe(JsonObject input) {
    return answer(state.transfer(AwsJson.text(input, "Id")));
  }

  JsonObject listInbound(JsonObject input) {
    Instant now = clock.instant();
    String id = AwsJson.text(input, "Id");
    List<Transfer> listed = id == null ? state.transfers : List.of(state.transfer(id));
    JsonObject answer = new JsonObject();
    pages.add(
        answer,
        "ResponsibilityTransfers",
        "inbound " + id,
        input,
        listed,
        transfer -> Replies.transfer(transfer, now));
    return answer;
  }

  JsonObject terminate(JsonObject input) {
    Instant now = clock.instant();
    Transfer transfer = state.transfer(AwsJson.text(input, "Id"));
    Instant end = AwsJson.moment(input, "EndTimestamp");
    if (end != null) {
      requireMonthsEnd(end, now);
    }
    transfer.withdraw(end, now);
    return answer(transfer);
  }

  JsonObject update(JsonObject input) {
    Transfer transfer = state.transfer(AwsJson.text(input, "Id"));
    transfer.rename(InviteOperation.harmless("Name", AwsJson.text(input, "Name")));
    return answer(transfer);
  }

  /**
   * A transfer ends with the current or the next month (UTC); the end may be given to the second or
   * to the millisecond.
   */
  private static void requireMonthsEnd(Instant end, Instant now) {
    Instant thisMonth = Transfer.endOfMonth(now);
    Instant nextMonth = Transfer.endOfMonth(thisMonth.plusMillis(1));
    if (Duration.between(end, Transfer.endOfMonth(end)).toMillis() > 999) {
      throw AwsError.invalid("END_DATE_NOT_END_OF_MONTH", "A transfer ends with a month (UTC).");
    }
    if (end.isBefore(now)) {
      throw AwsError.invalid("END_DATE_TOO_EARLY", "The end has passed.");
    }
    if (end.isAfter(nextMonth)) {
      throw AwsError.invalid("END_DATE_TOO_LATE", "The end is after the next month.");
    }
  }

  private JsonObject answer(Transfer transfer) {
    return Replies.wrap("ResponsibilityTransfer", Replies.transfer(transfer, clock.instant()));
  }
}
