package awssetup.slack.words;

import java.util.List;
import java.util.Locale;

/**
 * The names that Slack sends back to us. An input's block has the same id as the element in it. The
 * {@code action_id} of a button on a message is the name of its action, see {@link #of}.
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

  // action_id of the two buttons that the card shows for one action
  public static final String SWITCH_TO_NEW = "switch_to_new";
  public static final String SWITCH_TO_TRANSFER = "switch_to_transfer";

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

  /** The id of an action: its name in lower case. */
  public static String of(Enum<?> action) {
    return action.name().toLowerCase(Locale.ROOT);
  }
}
