package awssetup.sandbox.page;

import com.google.gson.JsonObject;

/**
 * What the page needs of Slack: to see it as one person does, and to do what that person does. Each
 * action answers with its outcome, see {@link PanelAnswer}. A method raises {@link
 * IllegalArgumentException} for an ID that does not exist.
 */
public interface SlackPanel {
  /** What this person sees; null for no open channel. */
  JsonObject snapshot(String as, String channelOrNull);

  JsonObject type(String as, String channel, String text, String threadTsOrNull);

  JsonObject press(
      String as, String channel, String ts, String blockId, String actionId, String valueOrNull);

  /**
   * Presses or chooses in a modal or in the Home tab; the values are those of the fields, as for
   * {@link #submit}.
   */
  JsonObject pressInView(
      String as,
      String viewId,
      String blockId,
      String actionId,
      String valueOrNull,
      JsonObject values);

  /**
   * Submits a modal. The values are as in a view's state: block, then action, then type and value.
   */
  JsonObject submit(String as, String viewId, JsonObject values);

  JsonObject closeView(String as, String viewId);

  JsonObject openHome(String as);

  /** The faults still to come and those on offer. */
  JsonObject faults();

  /** Makes the next call meet one of the choices. */
  void fault(String faultChoiceId);

  void clearFaults();
}
