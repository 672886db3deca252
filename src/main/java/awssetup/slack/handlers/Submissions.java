package awssetup.slack.handlers;

import awssetup.ports.RequestId;
import awssetup.ports.Setups;
import awssetup.ports.StoreUnavailable;
import awssetup.setup.ChannelId;
import awssetup.setup.Intent;
import awssetup.setup.NotPossible;
import awssetup.setup.Option;
import awssetup.setup.Reviewers;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import awssetup.slack.handlers.Access.Verdict;
import awssetup.slack.modals.AccountReadyModal;
import awssetup.slack.modals.CancelSetupModal;
import awssetup.slack.modals.FieldRules;
import awssetup.slack.modals.Form;
import awssetup.slack.modals.NewAccountDetailsModal;
import awssetup.slack.modals.ReviewInvitationModal;
import awssetup.slack.modals.StartSetupModal;
import awssetup.slack.modals.TransferDetailsModal;
import awssetup.slack.words.ErrorWords;
import awssetup.slack.words.Ids;
import awssetup.slack.words.RequestIds;
import awssetup.slack.words.Translations;
import awssetup.slack.words.Words;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Submitted modals: checked, saved, then acknowledged, in this order. Whatever goes wrong leaves
 * the modal open with all that was typed and says what to do.
 */
public final class Submissions {
  private final Setups setups;
  private final Access access;
  private final FieldRules rules;
  private final Reviewers reviewers;
  private final Translations translations;
  private final InstantSource clock;

  public Submissions(
      Setups setups,
      Access access,
      FieldRules rules,
      Reviewers reviewers,
      Translations translations,
      InstantSource clock) {
    this.setups = setups;
    this.access = access;
    this.rules = rules;
    this.reviewers = reviewers;
    this.translations = translations;
    this.clock = clock;
  }

  public Response startSetup(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
    return guarded(
        translations.own(),
        ctx,
        Ids.OPTION,
        () -> access.may(Action.SUBMIT_START, user(request)),
        () -> {
          Instant now = clock.instant();
          UserId by = user(request);
          Form form = new Form(view(request).getState(), translations.own());
          StartSetupModal.Entered entered = StartSetupModal.read(form);
          Optional<SetupId> id = SetupId.parse(view(request).getPrivateMetadata());
          Optional<ChannelId> channel = id.flatMap(i -> setups.draftedIn(i, by));
          if (channel.isEmpty()) {
            form.error(Ids.OPTION, form.words().plain("modal.start.stale"));
          }
          if (!form.isValid()) {
            return ctx.ackWithErrors(form.errors());
          }
          setups.create(
              Intent.start(
                  id.get(),
                  entered.option(),
                  entered.customerName(),
                  entered.contact(),
                  entered.orderId(),
                  channel.get(),
                  by,
                  entered.language().orElse(translations.ownLanguage()),
                  now),
              now);
          return ctx.ack();
        });
  }

  public Response transferDetails(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
    return onSetup(
        Action.SUBMIT_TRANSFER_DETAILS,
        request,
        ctx,
        Option.TRANSFER_BILLING,
        Ids.ACCOUNT_ID,
        (setup, form, now) ->
            TransferDetailsModal.read(
                form, rules, setup, view(request).getId(), user(request), now));
  }

  public Response newAccountDetails(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
    return onSetup(
        Action.SUBMIT_NEW_ACCOUNT_DETAILS,
        request,
        ctx,
        Option.NEW_ACCOUNT,
        Ids.ROOT_EMAIL,
        (setup, form, now) ->
            NewAccountDetailsModal.read(
                form, rules, setup, view(request).getId(), user(request), now));
  }

  public Response accountReady(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
    return onSetup(
        Action.SUBMIT_ACCOUNT_READY,
        request,
        ctx,
        Option.NEW_ACCOUNT,
        Ids.ACCOUNT_ID,
        (setup, form, now) ->
            AccountReadyModal.read(form, rules, setup, view(request), user(request)));
  }

  public Response reviewInvitation(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
    return onSetup(
        Action.SUBMIT_REVIEW,
        request,
        ctx,
        Ids.START_MONTH,
        (setup, form, now) ->
            ReviewInvitationModal.read(
                form,
                ReviewInvitationModal.shownIn(view(request))
                    .orElseThrow(() -> new NotPossible(NotPossible.Why.REVIEW_VOID)),
                user(request),
                reviewers,
                now));
  }

  public Response cancelSetup(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
    return onSetup(
        Action.SUBMIT_CANCEL,
        request,
        ctx,
        Ids.REASON,
        (setup, form, now) -> CancelSetupModal.read(form, user(request)));
  }

  /** Asks who may, does it, and puts every no on the modal's first field. */
  private Response guarded(
      Words words,
      ViewSubmissionContext ctx,
      String firstField,
      Supplier<Verdict> may,
      Supplier<Response> act) {
    try {
      return switch (may.get()) {
        case YES -> act.get();
        case ENGINEERS_ONLY -> error(ctx, firstField, words.plain("submit.engineers_only"));
        case ELSEWHERE -> error(ctx, firstField, words.plain("submit.elsewhere"));
        case UNKNOWN -> error(ctx, firstField, ErrorWords.slackSilent(words));
      };
    } catch (NotPossible e) {
      return error(ctx, field(e.why(), firstField), ErrorWords.words(words, e.why()));
    } catch (StoreUnavailable e) {
      return error(ctx, firstField, ErrorWords.notSaved(words));
    }
  }

  private interface Reader {
    Intent read(Setup setup, Form form, Instant now);
  }

  /** For a modal of one option: it says first that the setup goes on with the other one. */
  private Response onSetup(
      Action action,
      ViewSubmissionRequest request,
      ViewSubmissionContext ctx,
      Option option,
      String firstField,
      Reader reader) {
    return onSetup(
        action,
        request,
        ctx,
        firstField,
        (setup, form, now) -> {
          if (setup.option() != option) {
            throw new NotPossible(NotPossible.Why.OTHER_OPTION);
          }
          return reader.read(setup, form, now);
        });
  }

  private Response onSetup(
      Action action,
      ViewSubmissionRequest request,
      ViewSubmissionContext ctx,
      String firstField,
      Reader reader) {
    Optional<Setup> named;
    try {
      named = setup(request);
    } catch (StoreUnavailable e) {
      return error(ctx, firstField, ErrorWords.notSaved(translations.own()));
    }
    Words words = words(action, named);
    return guarded(
        words,
        ctx,
        firstField,
        () ->
            named
                .map(setup -> access.maySubmit(action, user(request), setup))
                .orElse(Verdict.ELSEWHERE),
        () -> {
          RequestId submission = RequestIds.of(request);
          if (setups.hasCounted(submission)) {
            return ctx.ack();
          }
          Instant now = clock.instant();
          Setup setup = named.orElseThrow();
          if (!setup.isOpen()) {
            throw new NotPossible(NotPossible.Why.ENDED);
          }
          Form form = new Form(view(request).getState(), words);
          Intent intent = reader.read(setup, form, now);
          if (!form.isValid()) {
            return ctx.ackWithErrors(form.errors());
          }
          setups.changeOnce(submission, setup.id(), intent, now);
          return ctx.ack();
        });
  }

  /** Engineers' own forms come in the installation's language, the others in the setup's. */
  private Words words(Action action, Optional<Setup> setup) {
    return setup
        .filter(s -> action.by() != Action.Who.ENGINEER)
        .map(translations::of)
        .orElseGet(translations::own);
  }

  private Optional<Setup> setup(ViewSubmissionRequest request) {
    return SetupId.parse(view(request).getPrivateMetadata()).flatMap(setups::find);
  }

  private static String field(NotPossible.Why why, String otherwise) {
    return switch (why) {
      case ACCOUNT_TAKEN -> Ids.ACCOUNT_ID;
      case ROOT_EMAIL_TAKEN -> Ids.ROOT_EMAIL;
      case MONTH_TOO_SOON -> Ids.START_MONTH;
      default -> otherwise;
    };
  }

  private static Response error(ViewSubmissionContext ctx, String field, String words) {
    return ctx.ackWithErrors(Map.of(field, words));
  }

  private static View view(ViewSubmissionRequest request) {
    return request.getPayload().getView();
  }

  private static UserId user(ViewSubmissionRequest request) {
    return new UserId(request.getPayload().getUser().getId());
  }
}
