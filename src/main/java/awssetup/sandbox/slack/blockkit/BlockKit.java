package awssetup.sandbox.slack.blockkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * Slack's rules for blocks and views. Each method lists every complaint in Slack's own form, {@code
 * must be less than 76 characters [json-pointer:/blocks/0/...]}; an empty list means accepted.
 * Lengths count UTF-16 units. An element is refused if Slack does not document it for the surface.
 * Limits: docs.slack.dev/reference/block-kit.
 */
public final class BlockKit {
  private BlockKit() {}

  /**
   * Complaints about the {@code blocks} of a message: at most 50, and no element that only modals
   * take.
   */
  public static List<String> message(JsonElement blocks) {
    Complaints complaints = Complaints.startingAt("");
    BlockRules.on(Surface.MESSAGE).check(blocks, complaints.at("blocks"));
    UniqueIds.check(blocks, complaints.at("blocks"));
    return complaints.lines();
  }

  /**
   * Complaints about a {@code view} of type modal, as views.open and views.update would raise them.
   */
  public static List<String> modal(JsonObject view) {
    return view(view, Surface.MODAL);
  }

  /** Complaints about a {@code view} of type home, as views.publish would raise them. */
  public static List<String> home(JsonObject view) {
    return view(view, Surface.HOME);
  }

  private static List<String> view(JsonObject view, Surface surface) {
    Complaints complaints = Complaints.startingAt("");
    ViewRules.on(surface).check(view, complaints.at("view"));
    UniqueIds.check(view.get("blocks"), complaints.at("view").at("blocks"));
    return complaints.lines();
  }
}
