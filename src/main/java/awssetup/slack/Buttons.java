package awssetup.slack;

import awssetup.setup.ChannelId;
import awssetup.setup.Intent;
import awssetup.setup.Invitation;
import awssetup.setup.KeepingFailed;
import awssetup.setup.NotPossible;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.Setups;
import awssetup.setup.Standing;
import awssetup.setup.Step;
import awssetup.setup.StepKey;
import awssetup.setup.UserId;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The buttons and selects on messages. A button's value is input like any other: a setup is only
 * touched from its own channel, and who may press is decided by who they are at Slack.
 */
final class Buttons {
  private static final Map<String, Duration> SNOOZES =
      Map.of("1", Duration.ofDays(1), "3", Duration.ofDays(3), "7", Duration.ofDays(7));

  private final Setups setups;
  private final Access access;
  private final Modals modals;
  private final Commands commands;
  private final Background background;
  private final Refusals refusals;
  private final InstantSource clock;
  private final String partner;
  private final int minDaysToAccept;

  Buttons(
      Setups setups,
      Access access,
      Modals modals,
      Commands commands,
      Background background,
      Refusals refusals,
      InstantSource clock,
      String partner,
      int minDaysToAccept) {
    this.setups = setups;
    this.access = access;
    this.modals = modals;
    this.commands = commands;
    this.background = background;
    this.refusals = refusals;
    this.clock = clock;
    this.partner = partner;
    this.minDaysToAccept = minDaysToAccept;
  }

  Response enterDetails(BlockActionRequest request, ActionContext ctx) {
    return onSetup(
        Deed.ENTER_DETAILS,
        request,
        ctx,
        setup ->
            setup.option() == Option.TRANSFER_BILLING
                ? openIf(
                    detailsCanChange(setup),
                    TransferDetailsModal.view(setup, partner),
                    request,
                    ctx)
                : openIf(
                    detailsCanChange(setup),
                    NewAccountDetailsModal.view(setup, partner),
                    request,
                    ctx));
  }

  /**
   * Open to the end: items may be ticked after the acceptance, when the account itself is fixed.
   */
  Response reportAccount(BlockActionRequest request, ActionContext ctx) {
    return onSetup(
        Deed.REPORT_ACCOUNT,
        request,
        ctx,
        setup -> {
          Optional<NotPossible.Why> no =
              !setup.isOpen()
                  ? Optional.of(NotPossible.Why.ENDED)
                  : setup.option() != Option.NEW_ACCOUNT
                      ? Optional.of(NotPossible.Why.OTHER_OPTION)
                      : setup.details().isEmpty()
                          ? Optional.of(NotPossible.Why.NOT_READY)
                          : Optional.empty();
          return openIf(no, AccountReadyModal.view(setup), request, ctx);
        });
  }

  Response reviewInvitation(BlockActionRequest request, ActionContext ctx) {
    return onSetup(Deed.REVIEW, request, ctx, setup -> openReview(setup, request, ctx));
  }

  private Response openReview(Setup setup, BlockActionRequest request, ActionContext ctx) {
    Step.State state = Standing.of(setup, clock.instant()).step(StepKey.INVITATION).state();
    Optional<NotPossible.Why> no =
        detailsCanChange(setup)
            .or(
                () ->
                    state instanceof Step.State.Locked
                            || setup.account().isEmpty()
                            || setup.details().isEmpty()
                        ? Optional.of(NotPossible.Why.NOT_READY)
                        : Optional.empty())
            .or(
                () ->
                    state instanceof Step.State.Open
                            || state instanceof Step.State.Sending
                            || state instanceof Step.State.Retrying
                        ? Optional.of(NotPossible.Why.ALREADY_SENT)
                        : Optional.empty())
            .or(
                () ->
                    state instanceof Step.State.Cancelling
                        ? Optional.of(NotPossible.Why.STILL_CANCELLING)
                        : Optional.empty());
    return no.isPresent()
        ? tell(ctx, WhyNot.words(new NotPossible(no.get())))
        : open(
            ReviewInvitationModal.view(setup, minDaysToAccept, refusals, clock.instant()),
            request,
            ctx);
  }

  Response checkNow(BlockActionRequest request, ActionContext ctx) {
    return change(
        Deed.CHECK_NOW,
        request,
        ctx,
        new Intent.CheckNow(user(request)),
        "Looking at AWS now. The card changes as soon as there is news; a new role can take some minutes to show.");
  }

  Response snooze(BlockActionRequest request, ActionContext ctx) {
    Optional<Duration> time =
        Optional.ofNullable(request.getPayload().getActions().get(0).getSelectedOption())
            .map(o -> SNOOZES.get(o.getValue()));
    return time.isEmpty()
        ? ctx.ack()
        : change(
            Deed.SNOOZE,
            request,
            ctx,
            new Intent.Snooze(user(request), time.get()),
            "No reminder for "
                + (time.get().toDays() == 1 ? "1 day" : time.get().toDays() + " days")
                + ". Only a deadline that comes near still makes itself heard.");
  }

  Response switchToTransfer(BlockActionRequest request, ActionContext ctx) {
    return switchTo(Option.TRANSFER_BILLING, Deed.SWITCH_TO_TRANSFER, request, ctx);
  }

  Response switchToNew(BlockActionRequest request, ActionContext ctx) {
    return switchTo(Option.NEW_ACCOUNT, Deed.SWITCH_TO_NEW, request, ctx);
  }

  /** Each button names where it leads, so that two people who press at once do not switch back. */
  private Response switchTo(
      Option option, Deed deed, BlockActionRequest request, ActionContext ctx) {
    return change(
        deed,
        request,
        ctx,
        new Intent.SwitchOption(user(request), option),
        "This setup goes on as *"
            + SetupCard.option(option)
            + "*. The card shows what comes next.");
  }

  /** A setup was chosen for {@code /aws-setup remind}. */
  Response pickRemind(BlockActionRequest request, ActionContext ctx) {
    return onSetup(
        Deed.PICK_REMIND,
        request,
        ctx,
        setup -> {
          String came = commands.remind(setup.id(), user(request), clock.instant());
          background.run("an answer", () -> Answers.inPlaceOf(ctx, came));
          return ctx.ack();
        });
  }

  /** A setup was chosen for {@code /aws-setup cancel}. */
  Response pickCancel(BlockActionRequest request, ActionContext ctx) {
    return onSetup(
        Deed.PICK_CANCEL, request, ctx, setup -> open(CancelSetupModal.view(setup), request, ctx));
  }

  /** {@code /aws-setup forget} was confirmed. */
  Response forget(BlockActionRequest request, ActionContext ctx) {
    return erase(Deed.FORGET_THIS, request, ctx);
  }

  /** A setup was chosen for {@code /aws-setup forget}, and it was confirmed. */
  Response pickForget(BlockActionRequest request, ActionContext ctx) {
    return erase(Deed.PICK_FORGET, request, ctx);
  }

  private Response erase(Deed deed, BlockActionRequest request, ActionContext ctx) {
    return onSetup(
        deed,
        request,
        ctx,
        setup -> {
          String came = commands.forget(setup.id(), user(request), clock.instant());
          background.run("an answer", () -> Answers.inPlaceOf(ctx, came));
          return ctx.ack();
        });
  }

  /** Finds the setup, and goes on if its presser may do this to it here. */
  private Response onSetup(
      Deed deed, BlockActionRequest request, ActionContext ctx, Function<Setup, Response> then) {
    try {
      Optional<Setup> setup = setupOf(request.getPayload()).flatMap(setups::find);
      return switch (setup.map(s -> may(deed, request, s)).orElse(Access.Verdict.ELSEWHERE)) {
        case YES -> then.apply(setup.get());
        case ENGINEERS_ONLY ->
            tell(
                ctx, "Only engineers of " + partner + " can do this. They see it on the card too.");
        case ELSEWHERE ->
            tell(ctx, "This button belongs to a setup that is not in this channel any more.");
        case UNKNOWN -> tell(ctx, WhyNot.SLACK_SILENT);
      };
    } catch (KeepingFailed e) {
      return tell(ctx, WhyNot.NOT_SAVED);
    }
  }

  private Access.Verdict may(Deed deed, BlockActionRequest request, Setup setup) {
    return isAtHome(request)
        ? access.mayPressAtHome(deed, user(request))
        : access.mayPress(deed, user(request), setup, channel(request));
  }

  /** Slack itself names the surface that was pressed; a Home tab stands in no channel. */
  private static boolean isAtHome(BlockActionRequest request) {
    View view = request.getPayload().getView();
    return view != null
        && "home".equals(view.getType())
        && request.getPayload().getChannel() == null;
  }

  private static Optional<ChannelId> channel(BlockActionRequest request) {
    return Optional.ofNullable(request.getPayload().getChannel())
        .map(channel -> new ChannelId(channel.getId()));
  }

  private Response change(
      Deed deed, BlockActionRequest request, ActionContext ctx, Intent intent, String done) {
    return onSetup(
        deed,
        request,
        ctx,
        setup -> {
          try {
            setups.change(setup.id(), intent, clock.instant());
            return tell(ctx, done);
          } catch (NotPossible e) {
            return tell(ctx, WhyNot.words(e));
          }
        });
  }

  private static Optional<NotPossible.Why> detailsCanChange(Setup setup) {
    if (!setup.isOpen()) {
      return Optional.of(NotPossible.Why.ENDED);
    }
    return setup.invitation().filter(Invitation::isAccepted).isPresent()
        ? Optional.of(NotPossible.Why.ALREADY_ACCEPTED)
        : Optional.empty();
  }

  private Response openIf(
      Optional<NotPossible.Why> no, View view, BlockActionRequest request, ActionContext ctx) {
    return no.isPresent()
        ? tell(ctx, WhyNot.words(new NotPossible(no.get())))
        : open(view, request, ctx);
  }

  private Response open(View view, BlockActionRequest request, ActionContext ctx) {
    modals.open(request.getPayload().getTriggerId(), view, sentence -> Answers.to(ctx, sentence));
    return ctx.ack();
  }

  private Response tell(ActionContext ctx, String text) {
    background.run("an answer", () -> Answers.to(ctx, text));
    return ctx.ack();
  }

  private static UserId user(BlockActionRequest request) {
    return new UserId(request.getPayload().getUser().getId());
  }

  private static Optional<SetupId> setupOf(BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().get(0);
    return SetupId.parse(action.getValue())
        .or(
            () ->
                Optional.ofNullable(action.getSelectedOption())
                    .flatMap(o -> SetupId.parse(o.getValue())))
        .or(() -> CardButtons.setupOf(action.getBlockId()));
  }
}
