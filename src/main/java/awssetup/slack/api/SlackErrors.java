package awssetup.slack.api;

import awssetup.ports.SlackRefused;
import java.util.Set;

/** What Slack's error codes mean for us: https://docs.slack.dev/reference/methods */
final class SlackErrors {
  private static final Set<String> GONE =
      Set.of("message_not_found", "cant_update_message", "thread_not_found");
  private static final Set<String> CLOSED =
      Set.of(
          "channel_not_found",
          "not_in_channel",
          "is_archived",
          "is_inactive",
          "restricted_action",
          "team_access_not_granted");
  private static final Set<String> WRONG =
      Set.of(
          "invalid_blocks",
          "invalid_blocks_format",
          "msg_too_long",
          "msg_blocks_too_long",
          "no_text",
          "invalid_arguments");
  private static final Set<String> NO_USER =
      Set.of("user_not_found", "user_not_visible", "users_not_found");
  private static final Set<String> TEMPORARY =
      Set.of(
          "external_channel_migrating",
          "ratelimited",
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org");

  private SlackErrors() {}

  /** Whether the same call may succeed a while later. */
  static boolean isTemporary(String error) {
    return TEMPORARY.contains(error);
  }

  static SlackRefused.Kind kind(String error) {
    if (GONE.contains(error)) {
      return SlackRefused.Kind.MESSAGE_GONE;
    }
    if (CLOSED.contains(error)) {
      return SlackRefused.Kind.CHANNEL_CLOSED;
    }
    if (NO_USER.contains(error)) {
      return SlackRefused.Kind.UNKNOWN_USER;
    }
    return WRONG.contains(error) ? SlackRefused.Kind.MESSAGE_WRONG : SlackRefused.Kind.OTHER;
  }
}
