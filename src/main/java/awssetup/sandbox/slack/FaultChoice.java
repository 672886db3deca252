package awssetup.sandbox.slack;

import java.time.Duration;
import java.util.List;

/** Faults that a person can order at a demo, each with the words that the page shows for it. */
record FaultChoice(String id, String method, Fault fault, String label) {
  private static final String POST = "chat.postMessage";
  private static final String UPDATE = "chat.update";

  static final List<FaultChoice> ALL =
      List.of(
          new FaultChoice(
              "rate_limited",
              POST,
              Fault.rateLimited(10),
              "Next message: rate limited for 10 seconds"),
          new FaultChoice(
              "post_answer_lost",
              POST,
              Fault.loseAnswer(),
              "Next message: posted, but the answer is lost"),
          new FaultChoice(
              "not_in_channel",
              POST,
              Fault.error("not_in_channel"),
              "Next message: the bot is not in the channel"),
          new FaultChoice(
              "card_gone",
              UPDATE,
              Fault.error("message_not_found"),
              "Next change of the card: somebody deleted it"),
          new FaultChoice(
              "modal_late",
              "views.open",
              Fault.error("expired_trigger_id"),
              "Next modal: the app was too late to open it"),
          new FaultChoice(
              "post_hangs",
              POST,
              Fault.hang(Duration.ofSeconds(20)),
              "Next message: no answer for 20 seconds"),
          new FaultChoice(
              "slack_down", "*", Fault.status(503).times(8), "Next 8 calls: all of Slack is down"));

  static FaultChoice byId(String id) {
    return ALL.stream()
        .filter(choice -> choice.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such fault: " + id));
  }
}
