package awssetup.slack.handlers;

import awssetup.setup.Intent;
import awssetup.setup.NotPossible;
import awssetup.setup.Option;
import awssetup.setup.ReportAccount;
import awssetup.setup.ReviewInvitation;
import awssetup.setup.Reviewers;
import awssetup.setup.Setup;
import awssetup.setup.SubmitDetails;
import awssetup.setup.UserId;
import awssetup.slack.modals.AccountReadyModal;
import awssetup.slack.modals.CancelSetupModal;
import awssetup.slack.modals.NewAccountDetailsModal;
import awssetup.slack.modals.ReviewInvitationModal;
import awssetup.slack.modals.TransferDetailsModal;
import awssetup.slack.words.Words;
import com.slack.api.model.view.View;
import java.time.InstantSource;

/**
 * The forms about a setup. One is only drawn while the intent that it leads to is allowed;
 * otherwise each method throws {@link NotPossible}.
 */
public final class Forms {
  private final int minDaysToAccept;
  private final Reviewers reviewers;
  private final InstantSource clock;

  /**
   * @param minDaysToAccept days that a customer should have at least to approve an invitation
   * @param reviewers which engineers may review an account
   */
  public Forms(int minDaysToAccept, Reviewers reviewers, InstantSource clock) {
    this.minDaysToAccept = minDaysToAccept;
    this.reviewers = reviewers;
    this.clock = clock;
  }

  View details(Words words, Setup setup) {
    NotPossible.throwIf(SubmitDetails.whyNot(setup, setup.option()));
    return setup.option() == Option.TRANSFER_BILLING
        ? TransferDetailsModal.view(words, setup)
        : NewAccountDetailsModal.view(words, setup);
  }

  View accountReady(Words words, Setup setup) {
    NotPossible.throwIf(ReportAccount.whyNot(setup));
    return AccountReadyModal.view(words, setup);
  }

  View review(Words words, Setup setup, UserId engineer) {
    NotPossible.throwIf(ReviewInvitation.whyNot(setup, engineer, reviewers, clock.instant()));
    return ReviewInvitationModal.view(words, setup, minDaysToAccept, clock.instant());
  }

  View cancel(Words words, Setup setup) {
    NotPossible.throwIf(Intent.whyClosed(setup));
    return CancelSetupModal.view(words, setup);
  }
}
