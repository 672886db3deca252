package awssetup.slack.handlers;

import awssetup.ports.RequestId;
import awssetup.setup.ChannelId;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import awssetup.slack.messages.CardButtons;
import awssetup.slack.words.RequestIds;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import java.util.Optional;

/** A button that was pressed, or a choice from a select. Its values are input like any other. */
record Press(BlockActionRequest request, ActionContext ctx) {

  UserId by() {
    return new UserId(payload().getUser().getId());
  }

  RequestId id() {
    return RequestIds.of(request);
  }

  /** Opens a modal once, within three seconds. */
  String trigger() {
    return payload().getTriggerId();
  }

  /** Where it was pressed, as Slack itself says; the Home tab is in no channel. */
  Optional<ChannelId> channel() {
    return Optional.ofNullable(payload().getChannel())
        .map(channel -> new ChannelId(channel.getId()));
  }

  /** Whether it was pressed on the Home tab; Slack itself names the surface. */
  boolean isAtHome() {
    return payload().getView() != null
        && "home".equals(payload().getView().getType())
        && payload().getChannel() == null;
  }

  /** The value of a button. */
  Optional<String> value() {
    return Optional.ofNullable(action().getValue());
  }

  /** The value of the option that was chosen. */
  Optional<String> choice() {
    return Optional.ofNullable(action().getSelectedOption()).map(option -> option.getValue());
  }

  /** The person who was chosen. */
  Optional<UserId> chosenUser() {
    return Optional.ofNullable(action().getSelectedUser()).map(UserId::new);
  }

  /** The setup that its value, its choice or its block names. */
  Optional<SetupId> setup() {
    return SetupId.parse(action().getValue())
        .or(() -> choice().flatMap(SetupId::parse))
        .or(() -> CardButtons.setupOf(action().getBlockId()));
  }

  private BlockActionPayload payload() {
    return request.getPayload();
  }

  private BlockActionPayload.Action action() {
    return payload().getActions().get(0);
  }
}
