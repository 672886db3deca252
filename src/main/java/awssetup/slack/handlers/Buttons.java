package awssetup.slack.handlers;

import awssetup.ports.Setups;
import awssetup.ports.StoreUnavailable;
import awssetup.setup.ChannelId;
import awssetup.setup.Intent;
import awssetup.setup.Invitation;
import awssetup.setup.NotPossible;
import awssetup.setup.Option;
import awssetup.setup.Reviewers;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.SetupStatus;
import awssetup.setup.Step;
import awssetup.setup.StepKey;
import awssetup.setup.UserId;
import awssetup.slack.api.Background;
import awssetup.slack.api.ModalOpener;
import awssetup.slack.messages.CardButtons;
import awssetup.slack.messages.SetupCard;
import awssetup.slack.modals.AccountReadyModal;
import awssetup.slack.modals.CancelSetupModal;
import awssetup.slack.modals.NewAccountDetailsModal;
import awssetup.slack.modals.ReviewInvitationModal;
import awssetup.slack.modals.TransferDetailsModal;
import awssetup.slack.words.ErrorWords;
import awssetup.slack.words.RequestIds;
import awssetup.slack.words.Translations;
import awssetup.slack.words.Words;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The buttons and selects on messages. A button's value is input like any other: a setup is only
 * touched from its own channel, and who may press is decided by who they are at Slack.
 */
public final class Buttons {
  private static final Map<String, Duration> SNOOZES =
      Map.of("1", Duration.ofDays(1), "3", Duration.ofDays(3), "7", Duration.ofDays(7));

  private final Setups setups;
  private final Access access;
  private final ModalOpener modals;
  private final Commands commands;
  private final Background background;
  private final Translations translations;
  private final InstantSource clock;
  private final int minDaysToAccept;
  private final Reviewers reviewers;

  public Buttons(
      Setups setups,
      Access access,
      ModalOpener modals,
      Commands commands,
      Background background,
      Translations translations,
      InstantSource clock,
      int minDaysToAccept,
      Reviewers reviewers) {
    this.setups = setups;
    this.access = access;
    this.modals = modals;
    this.commands = commands;
    this.background = background;
    this.translations = translations;
    this.clock = clock;
    this.minDaysToAccept = minDaysToAccept;
    this.reviewers = reviewers;
  }

  public Response enterDetails(BlockActionRequest request, ActionContext ctx) {
    return onSetup(
        Action.ENTER_DETAILS,
        request,
        ctx,
        (setup, words) ->
            openIf(
                words,
                detailsCanChange(setup),
                setup.option() == Option.TRANSFER_BILLING
                    ? TransferDetailsModal.view(words, setup)
                    : NewAccountDetailsModal.view(words, setup),
                request,
                ctx));
  }

  /**
   * Open to the end: items may be ticked after the acceptance, when the account itself is fixed.
   */
  public Response reportAccount(BlockActionRequest request, ActionContext ctx) {
    return onSetup(
        Action.REPORT_ACCOUNT,
        request,
        ctx,
        (setup, words) -> {
          Optional<NotPossible.Why> no =
              !setup.isOpen()
                  ? Optional.of(NotPossible.Why.ENDED)
                  : setup.option() != Option.NEW_ACCOUNT
                      ? Optional.of(NotPossible.Why.OTHER_OPTION)
                      : setup.details().isEmpty()
                          ? Optional.of(NotPossible.Why.NOT_READY)
                          : Optional.empty();
          return openIf(words, no, AccountReadyModal.view(words, setup), request, ctx);
        });
  }

  public Response reviewInvitation(BlockActionRequest request, ActionContext ctx) {
    return onSetup(
        Action.REVIEW, request, ctx, (setup, words) -> openReview(setup, words, request, ctx));
  }

  private Response openReview(
      Setup setup, Words words, BlockActionRequest request, ActionContext ctx) {
    Step.State state = SetupStatus.of(setup, clock.instant()).step(StepKey.INVITATION).state();
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
                        : Optional.empty())
            .or(
                () ->
                    reviewers.include(user(request), setup)
                        ? Optional.empty()
                        : Optional.of(NotPossible.Why.SECOND_ENGINEER));
    return no.isPresent()
        ? tell(ctx, ErrorWords.words(words, no.get()))
        : open(
            words,
            ReviewInvitationModal.view(translations.own(), setup, minDaysToAccept, clock.instant()),
            request,
            ctx);
  }

  public Response checkNow(BlockActionRequest request, ActionContext ctx) {
    return change(
        Action.CHECK_NOW,
        request,
        ctx,
        new Intent.CheckNow(user(request)),
        (words, setup) -> words.say("press.checking"));
  }

  public Response snooze(BlockActionRequest request, ActionContext ctx) {
    Optional<Duration> time =
        Optional.ofNullable(request.getPayload().getActions().get(0).getSelectedOption())
            .map(o -> SNOOZES.get(o.getValue()));
    return time.isEmpty()
        ? ctx.ack()
        : change(
            Action.SNOOZE,
            request,
            ctx,
            new Intent.Snooze(user(request), time.get()),
            (words, setup) -> snoozed(words, setup, clock.instant().plus(time.get())));
  }

  private static String snoozed(Words words, Setup setup, Instant asked) {
    Instant until = setup.reminderHistory().snoozedUntil().orElse(asked);
    return words.say("press.snoozed", "date", words.date(until));
  }

  public Response switchToTransfer(BlockActionRequest request, ActionContext ctx) {
    return switchTo(Option.TRANSFER_BILLING, Action.SWITCH_TO_TRANSFER, request, ctx);
  }

  public Response switchToNew(BlockActionRequest request, ActionContext ctx) {
    return switchTo(Option.NEW_ACCOUNT, Action.SWITCH_TO_NEW, request, ctx);
  }

  /** Each button names where it leads, so that two people who press at once do not switch back. */
  private Response switchTo(
      Option option, Action action, BlockActionRequest request, ActionContext ctx) {
    return change(
        action,
        request,
        ctx,
        new Intent.SwitchOption(user(request), option),
        (words, setup) -> words.say("press.switched", "option", SetupCard.option(words, option)));
  }

  /** A setup was chosen for {@code /aws-setup remind}. */
  public Response pickRemind(BlockActionRequest request, ActionContext ctx) {
    return onSetup(
        Action.PICK_REMIND,
        request,
        ctx,
        (setup, words) -> {
          String came =
              commands.remind(RequestIds.of(request), setup.id(), user(request), clock.instant());
          background.run("an answer", () -> Answers.inPlaceOf(ctx, came));
          return ctx.ack();
        });
  }

  /** A setup was chosen for {@code /aws-setup cancel}. */
  public Response pickCancel(BlockActionRequest request, ActionContext ctx) {
    return onSetup(
        Action.PICK_CANCEL,
        request,
        ctx,
        (setup, words) ->
            open(words, CancelSetupModal.view(translations.own(), setup), request, ctx));
  }

  /** {@code /aws-setup forget} was confirmed. */
  public Response forget(BlockActionRequest request, ActionContext ctx) {
    return erase(Action.FORGET_THIS, request, ctx);
  }

  /** A setup was chosen for {@code /aws-setup forget}, and it was confirmed. */
  public Response pickForget(BlockActionRequest request, ActionContext ctx) {
    return erase(Action.PICK_FORGET, request, ctx);
  }

  private Response erase(Action action, BlockActionRequest request, ActionContext ctx) {
    return onSetup(
        action,
        request,
        ctx,
        (setup, words) -> {
          String came = commands.forget(setup.id(), user(request), clock.instant());
          background.run("an answer", () -> Answers.inPlaceOf(ctx, came));
          return ctx.ack();
        });
  }

  /** Finds the setup, and goes on if its presser may do this to it here. */
  private Response onSetup(
      Action action,
      BlockActionRequest request,
      ActionContext ctx,
      BiFunction<Setup, Words, Response> then) {
    Words words = translations.own();
    try {
      Optional<Setup> setup = setupOf(request.getPayload()).flatMap(setups::find);
      words = words(request, setup);
      return switch (setup.map(s -> may(action, request, s)).orElse(Access.Verdict.ELSEWHERE)) {
        case YES -> then.apply(setup.get(), words);
        case ENGINEERS_ONLY -> tell(ctx, words.say("press.engineers_only"));
        case ELSEWHERE -> tell(ctx, words.say("press.elsewhere"));
        case UNKNOWN -> tell(ctx, ErrorWords.slackSilent(words));
      };
    } catch (StoreUnavailable e) {
      return tell(ctx, ErrorWords.notSaved(words));
    }
  }

  /** A setup's own where its message was pressed; the Home tab stands between all of them. */
  private Words words(BlockActionRequest request, Optional<Setup> setup) {
    return setup.filter(s -> !isAtHome(request)).map(translations::of).orElseGet(translations::own);
  }

  private Access.Verdict may(Action action, BlockActionRequest request, Setup setup) {
    return isAtHome(request)
        ? access.mayPressAtHome(action, user(request))
        : access.mayPress(action, user(request), setup, channel(request));
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
      Action action,
      BlockActionRequest request,
      ActionContext ctx,
      Intent intent,
      BiFunction<Words, Setup, String> done) {
    return onSetup(
        action,
        request,
        ctx,
        (setup, words) -> {
          try {
            Setup after =
                setups.changeOnce(RequestIds.of(request), setup.id(), intent, clock.instant());
            return tell(ctx, done.apply(words, after));
          } catch (NotPossible e) {
            return tell(ctx, ErrorWords.words(words, e.why()));
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
      Words words,
      Optional<NotPossible.Why> no,
      View view,
      BlockActionRequest request,
      ActionContext ctx) {
    return no.isPresent()
        ? tell(ctx, ErrorWords.words(words, no.get()))
        : open(words, view, request, ctx);
  }

  private Response open(Words words, View view, BlockActionRequest request, ActionContext ctx) {
    modals.open(
        request.getPayload().getTriggerId(),
        view,
        () -> Answers.to(ctx, words.say("modal.not_opened")));
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
