package awssetup.sandbox.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Parts of the snapshots that Slack's side of the sandbox returns. */
final class FakeSlackJson {
  private static final String[] ICONS = {
    ":hourglass_flowing_sand:", ":white_circle:", ":white_check_mark:"
  };

  private FakeSlackJson() {}

  static JsonObject workspace() {
    return object(
        """
        {"people": [
           {"id": "U0ENGINEER", "name": "Erin Engineer", "teamName": "SoftwareOne", "kind": "engineer", "color": "#2f6fb5", "bot": false},
           {"id": "U0SECOND", "name": "Sam Second", "teamName": "SoftwareOne", "kind": "engineer", "color": "#7a4fb0", "bot": false},
           {"id": "U0CUSTOMER", "name": "Carla Customer", "teamName": "Acme Robotics", "kind": "customer", "color": "#b0563c", "bot": false},
           {"id": "U0GUEST", "name": "Gina Guest", "teamName": "SoftwareOne", "kind": "guest", "color": "#4b8a4f", "bot": false},
           {"id": "U0BOT", "name": "AWS Setup Bot", "teamName": "SoftwareOne", "kind": "engineer", "color": "#2f55c8", "bot": true}],
         "channels": [
           {"id": "C0ACME", "name": "acme-aws", "private": false, "shared": true, "with": "Acme Robotics", "unread": 0, "memberCount": 5},
           {"id": "C0GLOBEX", "name": "globex-aws", "private": false, "shared": true, "with": "Globex", "unread": 0, "memberCount": 4},
           {"id": "C0OPS", "name": "aws-ops", "private": true, "shared": false, "unread": 0, "memberCount": 3}],
         "commands": [
           {"command": "/aws-setup", "description": "Set up a customer's AWS account",
            "usage_hint": "[new|transfer|status|remind|cancel|history|help]"},
           {"command": "/aws-status", "description": "The setups of this channel", "usage_hint": ""}],
         "home": null, "notice": null}
        """);
  }

  static JsonObject startSetup() {
    return object(
        """
        {"id": "V0START", "callback_id": "start_setup", "title": "Start an AWS setup", "submit": "Start", "close": "Cancel", "errors": {}, "busy": false,
         "blocks": [
           {"type": "input", "block_id": "option", "label": {"type": "plain_text", "text": "What does the customer need?"},
            "element": {"type": "radio_buttons", "action_id": "option",
              "initial_option": {"text": {"type": "plain_text", "text": "Transfer billing"}, "value": "transfer_billing",
                "description": {"type": "plain_text", "text": "They keep their management account"}},
              "options": [
                {"text": {"type": "plain_text", "text": "New AWS account"}, "value": "new_account",
                 "description": {"type": "plain_text", "text": "They sign up with AWS themselves"}},
                {"text": {"type": "plain_text", "text": "Transfer billing"}, "value": "transfer_billing",
                 "description": {"type": "plain_text", "text": "They keep their management account"}}]}},
           {"type": "input", "block_id": "customer_name", "label": {"type": "plain_text", "text": "Customer"},
            "element": {"type": "plain_text_input", "action_id": "customer_name", "max_length": 80}},
           {"type": "input", "block_id": "customer_contact", "optional": true, "label": {"type": "plain_text", "text": "Contact in this channel"},
            "hint": {"type": "plain_text", "text": "Reminders mention this person."},
            "element": {"type": "static_select", "action_id": "customer_contact", "placeholder": {"type": "plain_text", "text": "Choose a person"},
              "options": [{"text": {"type": "plain_text", "text": "Carla Customer"}, "value": "U0CUSTOMER"}]}}]}
        """);
  }

  static JsonObject transferDetails() {
    return object(
        """
        {"id": "V0DETAILS", "callback_id": "transfer_details", "title": "Setup details", "submit": "Save", "close": "Cancel", "errors": {}, "busy": false,
         "blocks": [
           {"type": "section", "block_id": "intro", "text": {"type": "mrkdwn", "text": "You find the ID at the top right of the <https://console.aws.amazon.com/billing/home#/account|AWS console>. Never send a password or a card number."}},
           {"type": "input", "block_id": "account_id", "label": {"type": "plain_text", "text": "Management account ID"},
            "hint": {"type": "plain_text", "text": "12 digits"},
            "element": {"type": "plain_text_input", "action_id": "account_id", "placeholder": {"type": "plain_text", "text": "1234 5678 9012"}}},
           {"type": "input", "block_id": "contact_email", "label": {"type": "plain_text", "text": "Technical contact's e-mail"},
            "element": {"type": "email_text_input", "action_id": "contact_email"}},
           {"type": "input", "block_id": "notes", "optional": true, "label": {"type": "plain_text", "text": "Notes"},
            "element": {"type": "plain_text_input", "multiline": true, "action_id": "notes"}},
           {"type": "input", "block_id": "preparation", "optional": true, "label": {"type": "plain_text", "text": "Already done"},
            "element": {"type": "checkboxes", "action_id": "preparation", "options": [
              {"text": {"type": "mrkdwn", "text": "*Root user* protected with MFA"}, "value": "root_mfa"},
              {"text": {"type": "mrkdwn", "text": "Organization with all features"}, "value": "organization"}]}},
           {"type": "input", "block_id": "start_month", "optional": true, "label": {"type": "plain_text", "text": "Earliest start"},
            "element": {"type": "datepicker", "action_id": "start_month", "initial_date": "2027-02-01"}}]}
        """);
  }

  /** A setup card after so many of its steps. */
  static JsonArray card(long now, int stage) {
    String buttons =
        switch (stage) {
          case 0 ->
              """
              {"type": "button", "style": "primary", "action_id": "enter_details", "value": "7Q2K", "text": {"type": "plain_text", "text": "Enter setup details"}}
              """;
          case 1 ->
              """
              {"type": "button", "style": "primary", "action_id": "review_invitation", "value": "7Q2K", "text": {"type": "plain_text", "text": "Review and send invitation"},
               "confirm": {"title": {"type": "plain_text", "text": "Send it?"}, "text": {"type": "mrkdwn", "text": "AWS mails *222233334444*."}, "confirm": {"type": "plain_text", "text": "Send"}, "deny": {"type": "plain_text", "text": "Not yet"}}},
              {"type": "button", "action_id": "enter_details", "value": "7Q2K", "text": {"type": "plain_text", "text": "Correct details"}}
              """;
          default ->
              """
              {"type": "button", "style": "primary", "action_id": "open_invitation", "url": "https://console.aws.amazon.com/costmanagement/home#/transferbilling", "text": {"type": "plain_text", "text": "Approve in AWS"}},
              {"type": "button", "action_id": "check_now", "value": "7Q2K", "text": {"type": "plain_text", "text": "Check now"}},
              {"type": "static_select", "action_id": "snooze", "placeholder": {"type": "plain_text", "text": "Remind me later"}, "options": [
                {"text": {"type": "plain_text", "text": "In 1 day"}, "value": "7Q2K:1"}, {"text": {"type": "plain_text", "text": "In 3 days"}, "value": "7Q2K:3"}]},
              {"type": "overflow", "action_id": "more", "options": [
                {"text": {"type": "plain_text", "text": "History"}, "value": "history"}, {"text": {"type": "plain_text", "text": "Help"}, "value": "help"}]}
              """;
        };
    String actions =
        stage == 3
            ? ""
            : ", {\"type\": \"actions\", \"block_id\": \"do\", \"elements\": [" + buttons + "]}";
    return JsonParser.parseString(
            """
            [{"type": "header", "block_id": "7Q2K:card:1", "text": {"type": "plain_text", "text": "Acme Robotics: transfer billing"}},
             {"type": "context", "elements": [{"type": "mrkdwn", "text": "%s  %d of 3 steps done"}]},
             {"type": "section", "text": {"type": "mrkdwn", "text": "%s *Setup details*\\n%s *Invitation* accepted by <@U0CUSTOMER>\\n%s *Bootstrap role* deployed"}},
             {"type": "section", "text": {"type": "mrkdwn", "text": "It is <@U0CUSTOMER>'s turn. The invitation expires <!date^%d^{date_short_pretty} at {time}|19 January 2027, 09:00 UTC>."}}%s]
            """
                .formatted(
                    "▰".repeat(stage) + "▱".repeat(3 - stage),
                    stage,
                    icon(0, stage),
                    icon(1, stage),
                    icon(2, stage),
                    now + 15 * 86_400,
                    actions))
        .getAsJsonArray();
  }

  private static String icon(int step, int stage) {
    return step < stage ? ICONS[2] : step == stage ? ICONS[0] : ICONS[1];
  }

  static JsonObject object(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }
}
