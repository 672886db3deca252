package awssetup.slack.modals;

import awssetup.setup.CancelSetup;
import awssetup.setup.Invitation;
import awssetup.setup.Setup;
import awssetup.setup.UserId;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Ids;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.Words;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import java.util.List;

/** Asks why a setup is cancelled; the customer sees the answer on the card. */
public final class CancelSetupModal {
  private static final int REASON_MOST = 300;

  private CancelSetupModal() {}

  public static View view(Words words, Setup setup) {
    return Blocks.modal(
        words,
        Ids.CANCEL_SETUP,
        setup.id().value(),
        words.plain("modal.cancel.title"),
        words.plain("modal.cancel.submit"),
        List.of(
            Blocks.section(intro(words, setup)),
            Blocks.input(
                Ids.REASON,
                words.plain("modal.cancel.reason"),
                words.plain("modal.cancel.reason.why"),
                false,
                PlainTextInputElement.builder()
                    .actionId(Ids.REASON)
                    .multiline(true)
                    .maxLength(REASON_MOST)
                    .build())));
  }

  /** Speaks of the invitation only where there is one to take back. */
  private static String intro(Words words, Setup setup) {
    String name = Mrkdwn.typed(setup.customerName());
    return setup.invitation().filter(Invitation::mayBeOpenAtAws).isPresent()
        ? words.say("modal.cancel.intro.invitation", "name", name)
        : words.say("modal.cancel.intro", "name", name);
  }

  public static CancelSetup read(Form form, UserId by) {
    return new CancelSetup(
        by,
        form.required(Ids.REASON, REASON_MOST, form.words().plain("modal.cancel.reason.missing")));
  }
}
