package awssetup.slack.words;

import awssetup.ports.RequestId;
import com.google.gson.Gson;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identifies each Slack request, so that a retry is not counted twice. A modal that stays open
 * because its answer was lost is submitted again with another click: it is the same submission as
 * long as it says the same. Every other request has a trigger of its own, which comes again only
 * with the same request.
 */
public final class RequestIds {
  private static final int BYTES = 16;

  /** One for all: making one takes longer than writing with it. */
  private static final Gson GSON = GsonFactory.createSnakeCase();

  private RequestIds() {}

  public static RequestId of(ViewSubmissionRequest request) {
    View view = request.getPayload().getView();
    return id(
        "submission",
        request.getPayload().getUser().getId(),
        view.getId(),
        view.getCallbackId(),
        view.getPrivateMetadata(),
        GSON.toJson(view.getState()));
  }

  public static RequestId of(BlockActionRequest request) {
    BlockActionPayload payload = request.getPayload();
    return id(
        "action",
        payload.getUser().getId(),
        payload.getTriggerId(),
        GSON.toJson(payload.getActions().get(0)));
  }

  public static RequestId of(SlashCommandPayload command) {
    return id("command", command.getUserId(), command.getTriggerId(), command.getChannelId());
  }

  /** The warning about an address in this modal, filled in with this and nothing else. */
  public static RequestId warning(String viewId, String content) {
    return id("warning", viewId, content);
  }

  private static RequestId id(String... parts) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
      return new RequestId(HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
