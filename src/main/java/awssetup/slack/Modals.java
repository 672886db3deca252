package awssetup.slack;

import awssetup.setup.SlackRefused;
import awssetup.setup.SlackUnavailable;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Opens modals. The trigger lives three seconds and the acknowledgement is due in the same three,
 * so opening runs beside the request, which waits for it only for a while.
 */
final class Modals {
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private static final String AGAIN =
      "The form could not be opened in time. Please click once more.";

  private final SlackApi slack;
  private final Background background;

  Modals(SlackApi slack, Background background) {
    this.slack = slack;
    this.background = background;
  }

  /**
   * @param otherwise hears what to tell the person where the modal does not open
   */
  void open(String triggerId, View view, Consumer<String> otherwise) {
    background.runAndWait(
        "opening a modal",
        PATIENCE,
        () -> {
          try {
            slack.call("views.open", m -> m.viewsOpen(r -> r.triggerId(triggerId).view(view)));
          } catch (SlackUnavailable | SlackRefused e) {
            otherwise.accept(AGAIN);
            throw e;
          }
        });
  }
}
