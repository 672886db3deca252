package awssetup.slack;

import awssetup.setup.Setup;
import awssetup.setup.Setups;
import com.slack.api.model.view.View;
import java.time.InstantSource;

/** The modals that a row's menu on the Home tab opens. */
final class HomeForms {
  private final Setups setups;
  private final Overview overview;
  private final int minDaysToAccept;
  private final Words words;
  private final InstantSource clock;

  HomeForms(
      Setups setups, Overview overview, int minDaysToAccept, Words words, InstantSource clock) {
    this.setups = setups;
    this.overview = overview;
    this.minDaysToAccept = minDaysToAccept;
    this.words = words;
    this.clock = clock;
  }

  View review(Setup setup) {
    return ReviewInvitationModal.view(words, setup, minDaysToAccept, clock.instant());
  }

  View cancel(Setup setup) {
    return CancelSetupModal.view(words, setup);
  }

  View history(Setup setup) {
    return Kit.note(
        words.plain("home.history"),
        words.plain("modal.close"),
        overview.history(setup, setups.history(setup.id())));
  }
}
