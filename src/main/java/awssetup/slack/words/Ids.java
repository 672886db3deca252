package awssetup.slack.words;

import java.util.List;

/**
 * The names that Slack sends back to us. Block ids of inputs are the action ids of the element in
 * them.
 */
public final class Ids {
  public static final String COMMAND = "/aws-setup";
  public static final String STATUS_COMMAND = "/aws-status";
  public static final List<String> COMMANDS = List.of(COMMAND, STATUS_COMMAND);

  // callback_id of modals
  public static final String START_SETUP = "start_setup";
  public static final String TRANSFER_DETAILS = "transfer_details";
  public static final String NEW_ACCOUNT_DETAILS = "new_account_details";
  public static final String ACCOUNT_READY = "account_ready";
  public static final String REVIEW_INVITATION = "review_invitation";
  public static final String CANCEL_SETUP = "cancel_setup";

  // action_id of buttons and selects on messages
  public static final String ENTER_DETAILS = "enter_details";
  public static final String REPORT_ACCOUNT = "report_account";
  public static final String OPEN_INVITATION = "open_invitation";
  public static final String OPEN_BOOTSTRAP = "open_bootstrap";
  public static final String CHECK_NOW = "check_now";
  public static final String SNOOZE = "snooze";
  public static final String SWITCH_TO_NEW = "switch_to_new";
  public static final String SWITCH_TO_TRANSFER = "switch_to_transfer";
  public static final String PICK_REMIND = "pick_remind";
  public static final String PICK_CANCEL = "pick_cancel";
  public static final String FORGET = "forget";
  public static final String PICK_FORGET = "pick_forget";

  // action_id on the Home tab
  public static final String HOME_STATE = "home_state";
  public static final String HOME_OWNER = "home_owner";
  public static final String HOME_WHOSE = "home_whose";
  public static final String HOME_PREVIOUS = "home_previous";
  public static final String HOME_NEXT = "home_next";
  public static final String HOME_ROW = "home_row";

  // inputs
  public static final String OPTION = "option";
  public static final String CUSTOMER_NAME = "customer_name";
  public static final String CUSTOMER_CONTACT = "customer_contact";
  public static final String ORDER_ID = "order_id";
  public static final String LANGUAGE = "language";
  public static final String ACCOUNT_ID = "account_id";
  public static final String ROOT_EMAIL = "root_email";
  public static final String ACCOUNT_NAME = "account_name";
  public static final String CARD_READY = "card_ready";
  public static final String CONTACT_NAME = "contact_name";
  public static final String CONTACT_EMAIL = "contact_email";
  public static final String CONTACT_PHONE = "contact_phone";
  public static final String SUPPORT_PLAN = "support_plan";
  public static final String PREPARATION = "preparation";
  public static final String START_MONTH = "start_month";
  public static final String SOURCE_NAME = "source_name";
  public static final String NOTES = "notes";
  public static final String REASON = "reason";

  private Ids() {}
}
