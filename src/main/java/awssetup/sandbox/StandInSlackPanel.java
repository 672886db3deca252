package awssetup.sandbox;

import awssetup.sandbox.page.PanelAnswer;
import awssetup.sandbox.page.SlackPanel;
import awssetup.sandbox.slack.SlackStandIn;
import awssetup.sandbox.slack.people.Delivery;
import com.google.gson.JsonObject;

/** The Slack windows of the page on top of the stand-in. */
final class StandInSlackPanel implements SlackPanel {
  private final SlackStandIn slack;

  StandInSlackPanel(SlackStandIn slack) {
    this.slack = slack;
  }

  @Override
  public JsonObject snapshot(String as, String channelOrNull) {
    return slack.snapshot(as, channelOrNull);
  }

  @Override
  public JsonObject type(String as, String channel, String text, String threadTsOrNull) {
    return answer(slack.type(as, channel, text, threadTsOrNull));
  }

  @Override
  public JsonObject press(
      String as, String channel, String ts, String blockId, String actionId, String valueOrNull) {
    return answer(slack.press(as, channel, ts, blockId, actionId, valueOrNull));
  }

  @Override
  public JsonObject pressInView(
      String as,
      String viewId,
      String blockId,
      String actionId,
      String valueOrNull,
      JsonObject values) {
    return answer(slack.pressInView(as, viewId, blockId, actionId, valueOrNull, values));
  }

  @Override
  public JsonObject submit(String as, String viewId, JsonObject values) {
    return answer(slack.submit(as, viewId, values));
  }

  @Override
  public JsonObject closeView(String as, String viewId) {
    slack.closeView(as, viewId);
    return PanelAnswer.done();
  }

  @Override
  public JsonObject openHome(String as) {
    return answer(slack.openHome(as));
  }

  @Override
  public JsonObject faults() {
    return slack.faults();
  }

  @Override
  public void fault(String faultChoiceId) {
    slack.applyFaultChoice(faultChoiceId);
  }

  @Override
  public void clearFaults() {
    slack.clearFaults();
  }

  private static JsonObject answer(Delivery delivery) {
    return PanelAnswer.of(delivery.ok(), delivery.shownError(), delivery.fieldErrors());
  }
}
