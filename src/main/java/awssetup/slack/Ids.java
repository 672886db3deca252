package awssetup.slack;

import java.util.List;

/**
 * The names that Slack sends back to us. Block ids of inputs are the action ids of the element in
 * them.
 */
final class Ids {
  static final String COMMAND = "/aws-setup";
  static final String STATUS_COMMAND = "/aws-status";
  static final List<String> COMMANDS = List.of(COMMAND, STATUS_COMMAND);

  // callback_id of modals
  static final String START_SETUP = "start_setup";
  static final String TRANSFER_DETAILS = "transfer_details";
  static final String NEW_ACCOUNT_DETAILS = "new_account_details";
  static final String ACCOUNT_READY = "account_ready";
  static final String REVIEW_INVITATION = "review_invitation";
  static final String CANCEL_SETUP = "cancel_setup";

  // action_id of buttons and selects on messages
  static final String ENTER_DETAILS = "enter_details";
  static final String REPORT_ACCOUNT = "report_account";
  static final String OPEN_INVITATION = "open_invitation";
  static final String OPEN_BOOTSTRAP = "open_bootstrap";
  static final String CHECK_NOW = "check_now";
  static final String SNOOZE = "snooze";
  static final String SWITCH_TO_NEW = "switch_to_new";
  static final String SWITCH_TO_TRANSFER = "switch_to_transfer";
  static final String PICK_REMIND = "pick_remind";
  static final String PICK_CANCEL = "pick_cancel";
  static final String FORGET = "forget";
  static final String PICK_FORGET = "pick_forget";

  // action_id on the Home tab
  static final String HOME_STATE = "home_state";
  static final String HOME_OWNER = "home_owner";
  static final String HOME_WHOSE = "home_whose";
  static final String HOME_PREVIOUS = "home_previous";
  static final String HOME_NEXT = "home_next";
  static final String HOME_ROW = "home_row";

  // inputs
  static final String OPTION = "option";
  static final String CUSTOMER_NAME = "customer_name";
  static final String CUSTOMER_CONTACT = "customer_contact";
  static final String ORDER_ID = "order_id";
  static final String LANGUAGE = "language";
  static final String ACCOUNT_ID = "account_id";
  static final String ROOT_EMAIL = "root_email";
  static final String ACCOUNT_NAME = "account_name";
  static final String CARD_READY = "card_ready";
  static final String CONTACT_NAME = "contact_name";
  static final String CONTACT_EMAIL = "contact_email";
  static final String CONTACT_PHONE = "contact_phone";
  static final String SUPPORT_PLAN = "support_plan";
  static final String PREPARATION = "preparation";
  static final String START_MONTH = "start_month";
  static final String SOURCE_NAME = "source_name";
  static final String NOTES = "notes";
  static final String REASON = "reason";

  private Ids() {}
}
