package awssetup.slack.handlers;

import awssetup.ports.Setups;
import awssetup.setup.NotPossible;
import awssetup.setup.Reviewers;
import awssetup.setup.Setup;
import awssetup.setup.UserId;
import awssetup.slack.messages.Overview;
import awssetup.slack.modals.CancelSetupModal;
import awssetup.slack.modals.ReviewInvitationModal;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Words;
import com.slack.api.model.view.View;
import java.time.InstantSource;

/** The modals that a row's menu on the Home tab opens. */
public final class HomeForms {
  private final Setups setups;
  private final Overview overview;
  private final int minDaysToAccept;
  private final Reviewers reviewers;
  private final Words words;
  private final InstantSource clock;

  public HomeForms(
      Setups setups,
      Overview overview,
      int minDaysToAccept,
      Reviewers reviewers,
      Words words,
      InstantSource clock) {
    this.setups = setups;
    this.overview = overview;
    this.minDaysToAccept = minDaysToAccept;
    this.reviewers = reviewers;
    this.words = words;
    this.clock = clock;
  }

  /**
   * @throws NotPossible if this engineer may not review this setup
   */
  View review(Setup setup, UserId engineer) {
    if (!reviewers.include(engineer, setup)) {
      throw new NotPossible(NotPossible.Why.SECOND_ENGINEER);
    }
    return ReviewInvitationModal.view(words, setup, minDaysToAccept, clock.instant());
  }

  View cancel(Setup setup) {
    return CancelSetupModal.view(words, setup);
  }

  View history(Setup setup) {
    return Blocks.note(
        words.plain("home.history"),
        words.plain("modal.close"),
        overview.history(setup, setups.history(setup.id())));
  }
}
