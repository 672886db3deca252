package awssetup.slack.api;

import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Opens modals. The trigger lives for three seconds, and the acknowledgement is due within the same
 * three, so a modal opens in the background and the request waits for it only a short time.
 */
public final class ModalOpener {
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final SlackClient slack;
  private final Background background;

  public ModalOpener(SlackClient slack, Background background) {
    this.slack = slack;
    this.background = background;
  }

  /** A modal that Slack shows. */
  private record Shown(String viewId, String hash) {}

  /**
   * Opens a modal.
   *
   * @param otherwise tells the person that the modal could not be opened
   */
  public void open(String triggerId, View view, Runnable otherwise) {
    Background.await(opening(triggerId, view, otherwise), PATIENCE);
  }

  /**
   * Opens a modal that may be updated while it is open: fields with the same ids keep what was
   * typed in them. https://docs.slack.dev/surfaces/modals
   *
   * @param fuller what to show instead, once that is known; empty if nothing changes
   */
  public void open(
      String triggerId, View view, CompletableFuture<Optional<View>> fuller, Runnable otherwise) {
    CompletableFuture<Shown> opening = opening(triggerId, view, otherwise);
    opening.thenAcceptBoth(
        fuller,
        (shown, more) ->
            more.ifPresent(
                then -> background.run("filling up a modal", () -> update(shown, then))));
    Background.await(opening, PATIENCE);
  }

  private CompletableFuture<Shown> opening(String triggerId, View view, Runnable otherwise) {
    return background.start(
        "opening a modal",
        () -> {
          try {
            View opened =
                slack
                    .call("views.open", m -> m.viewsOpen(r -> r.triggerId(triggerId).view(view)))
                    .getView();
            return new Shown(opened.getId(), opened.getHash());
          } catch (SlackUnavailable | SlackRefused e) {
            otherwise.run();
            throw e;
          }
        });
  }

  private void update(Shown shown, View view) {
    slack.call(
        "views.update",
        m -> m.viewsUpdate(r -> r.viewId(shown.viewId()).hash(shown.hash()).view(view)));
  }
}
