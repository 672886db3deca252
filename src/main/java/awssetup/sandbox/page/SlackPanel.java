package awssetup.sandbox.page;

import com.google.gson.JsonObject;

/**
 * What the page needs of Slack: to see it with one person's eyes, and to do what that person does.
 * Each deed answers with what came of it, see {@link PanelAnswer}; an id that does not exist is an
 * {@link IllegalArgumentException}.
 */
public interface SlackPanel {
  JsonObject snapshot(String as, String channelOrNull);

  JsonObject type(String as, String channel, String text, String threadTsOrNull);

  JsonObject press(
      String as, String channel, String ts, String blockId, String actionId, String valueOrNull);

  /** In a modal or in Home; the values are what the fields hold by then, as for {@link #submit}. */
  JsonObject pressInView(
      String as,
      String viewId,
      String blockId,
      String actionId,
      String valueOrNull,
      JsonObject values);

  /** Values as in a view's state: block, then action, then type and value. */
  JsonObject submit(String as, String viewId, JsonObject values);

  JsonObject closeView(String as, String viewId);

  JsonObject openHome(String as);

  /** The faults still to come and those on offer. */
  JsonObject faults();

  /** Makes the next call fail in the way of one of the choices. */
  void fault(String faultChoiceId);

  void clearFaults();
}
