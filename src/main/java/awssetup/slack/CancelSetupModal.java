package awssetup.slack;

import awssetup.setup.Intent;
import awssetup.setup.Setup;
import awssetup.setup.UserId;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import java.util.List;

/** Asks why a setup is cancelled; the customer sees the answer on the card. */
final class CancelSetupModal {
  private static final int REASON_MOST = 300;

  private CancelSetupModal() {}

  static View view(Setup setup) {
    return Kit.modal(
        Ids.CANCEL_SETUP,
        setup.id().value(),
        "Cancel the setup",
        "Cancel the setup",
        List.of(
            Kit.section(
                "This ends the setup of *"
                    + Text.typed(setup.customerName())
                    + "* for everybody in the channel. An invitation that is still open is cancelled at AWS."),
            Kit.input(
                Ids.REASON,
                "Reason",
                "Shown on the card, so the customer reads it too.",
                false,
                PlainTextInputElement.builder()
                    .actionId(Ids.REASON)
                    .multiline(true)
                    .maxLength(REASON_MOST)
                    .build())));
  }

  static Intent.CancelSetup read(Form form, UserId by) {
    return new Intent.CancelSetup(
        by, form.required(Ids.REASON, REASON_MOST, "Please say why the setup is cancelled."));
  }
}
