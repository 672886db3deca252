package awssetup.sandbox.slack.api;

import java.time.Duration;
import java.util.List;

/** A fault that a person can order on the page, with the words that the page shows for it. */
record SlackFaultChoice(String id, String method, SlackFault fault, String label) {
  private static final String POST = "chat.postMessage";
  private static final String UPDATE = "chat.update";

  static final List<SlackFaultChoice> ALL =
      List.of(
          new SlackFaultChoice(
              "rate_limited",
              POST,
              SlackFault.rateLimited(10),
              "Next message: rate limited for 10 seconds"),
          new SlackFaultChoice(
              "post_answer_lost",
              POST,
              SlackFault.loseAnswer(),
              "Next message: posted, but the answer is lost"),
          new SlackFaultChoice(
              "not_in_channel",
              POST,
              SlackFault.error("not_in_channel"),
              "Next message: the bot is not in the channel"),
          new SlackFaultChoice(
              "card_gone",
              UPDATE,
              SlackFault.error("message_not_found"),
              "Next change of the card: it was deleted"),
          new SlackFaultChoice(
              "modal_late",
              "views.open",
              SlackFault.error("expired_trigger_id"),
              "Next modal: the app was too late to open it"),
          new SlackFaultChoice(
              "post_hangs",
              POST,
              SlackFault.hang(Duration.ofSeconds(20)),
              "Next message: no answer for 20 seconds"),
          new SlackFaultChoice(
              "slack_down",
              "*",
              SlackFault.status(503).times(8),
              "Next 8 calls: all of Slack is down"));

  static SlackFaultChoice byId(String id) {
    return ALL.stream()
        .filter(choice -> choice.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such fault: " + id));
  }
}
