package awssetup.slack;

import awssetup.setup.AccountId;
import awssetup.setup.ChannelId;
import awssetup.setup.Intent;
import awssetup.setup.KeepingFailed;
import awssetup.setup.NotPossible;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.Setups;
import awssetup.setup.UserId;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Submitted modals: checked, saved, then acknowledged, in this order. Whatever goes wrong leaves
 * the modal open with all that was typed and says what to do.
 */
final class Submissions {
  private final Setups setups;
  private final Access access;
  private final FieldRules rules;
  private final InstantSource clock;
  private final String partner;

  Submissions(Setups setups, Access access, FieldRules rules, InstantSource clock, String partner) {
    this.setups = setups;
    this.access = access;
    this.rules = rules;
    this.clock = clock;
    this.partner = partner;
  }

  Response startSetup(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
    return engineersOnly(
        request,
        ctx,
        Ids.OPTION,
        () -> {
          Instant now = clock.instant();
          UserId by = user(request);
          Form form = form(request);
          StartSetupModal.Entered entered = StartSetupModal.read(form);
          Optional<SetupId> id = SetupId.parse(view(request).getPrivateMetadata());
          Optional<ChannelId> channel = id.flatMap(i -> setups.draftedIn(i, by));
          if (channel.isEmpty()) {
            form.error(
                Ids.OPTION,
                "This form is no longer valid. Please close it and type /aws-setup again.");
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
                  now),
              now);
          return ctx.ack();
        });
  }

  Response transferDetails(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
    return onSetup(
        request,
        ctx,
        Option.TRANSFER_BILLING,
        Ids.ACCOUNT_ID,
        (setup, form, now) ->
            TransferDetailsModal.read(
                form, rules, setup, view(request).getId(), user(request), now));
  }

  Response newAccountDetails(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
    return onSetup(
        request,
        ctx,
        Option.NEW_ACCOUNT,
        Ids.ROOT_EMAIL,
        (setup, form, now) ->
            NewAccountDetailsModal.read(
                form, rules, setup, view(request).getId(), user(request), now));
  }

  Response accountReady(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
    return onSetup(
        request,
        ctx,
        Option.NEW_ACCOUNT,
        Ids.ACCOUNT_ID,
        (setup, form, now) ->
            AccountReadyModal.read(form, rules, setup, view(request), user(request)));
  }

  Response reviewInvitation(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
    return engineersOnly(
        request,
        ctx,
        Ids.START_MONTH,
        () -> {
          Optional<AccountId> shown = ReviewInvitationModal.shownIn(view(request));
          return shown.isEmpty()
              ? error(ctx, Ids.START_MONTH, no(NotPossible.Why.REVIEW_VOID))
              : onSetup(
                  request,
                  ctx,
                  Ids.START_MONTH,
                  (setup, form, now) ->
                      ReviewInvitationModal.read(form, shown.get(), user(request), now));
        });
  }

  Response cancelSetup(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
    return engineersOnly(
        request,
        ctx,
        Ids.REASON,
        () ->
            onSetup(
                request,
                ctx,
                Ids.REASON,
                (setup, form, now) -> CancelSetupModal.read(form, user(request))));
  }

  private interface Then {
    Response respond();
  }

  private Response engineersOnly(
      ViewSubmissionRequest request, ViewSubmissionContext ctx, String firstField, Then then) {
    try {
      return switch (access.isEngineer(user(request))) {
        case YES -> then.respond();
        case NO -> error(ctx, firstField, "Only engineers of " + partner + " can do this.");
        case UNKNOWN -> error(ctx, firstField, WhyNot.SLACK_SILENT);
      };
    } catch (KeepingFailed e) {
      return error(ctx, firstField, WhyNot.NOT_SAVED);
    }
  }

  private interface Reader {
    Intent read(Setup setup, Form form, Instant now);
  }

  /** For a modal of one option: it says first that the setup goes on with the other one. */
  private Response onSetup(
      ViewSubmissionRequest request,
      ViewSubmissionContext ctx,
      Option option,
      String firstField,
      Reader reader) {
    return onSetup(
        request,
        ctx,
        firstField,
        (setup, form, now) -> {
          if (setup.isOpen() && setup.option() != option) {
            throw new NotPossible(NotPossible.Why.OTHER_OPTION);
          }
          return reader.read(setup, form, now);
        });
  }

  private Response onSetup(
      ViewSubmissionRequest request, ViewSubmissionContext ctx, String firstField, Reader reader) {
    try {
      Instant now = clock.instant();
      Optional<Setup> setup =
          SetupId.parse(view(request).getPrivateMetadata())
              .flatMap(setups::find)
              .filter(s -> access.mayTouch(s, user(request)));
      if (setup.isEmpty()) {
        return error(
            ctx, firstField, "This form belongs to a setup that you cannot reach any more.");
      }
      Form form = form(request);
      Intent intent = reader.read(setup.get(), form, now);
      if (!form.isValid()) {
        return ctx.ackWithErrors(form.errors());
      }
      setups.change(setup.get().id(), intent, now);
      return ctx.ack();
    } catch (NotPossible e) {
      return error(ctx, field(e.why(), firstField), WhyNot.words(e));
    } catch (KeepingFailed e) {
      return error(ctx, firstField, WhyNot.NOT_SAVED);
    }
  }

  private static String field(NotPossible.Why why, String otherwise) {
    return switch (why) {
      case ACCOUNT_TAKEN -> Ids.ACCOUNT_ID;
      case ROOT_EMAIL_TAKEN -> Ids.ROOT_EMAIL;
      case MONTH_TOO_SOON -> Ids.START_MONTH;
      default -> otherwise;
    };
  }

  private static String no(NotPossible.Why why) {
    return WhyNot.words(new NotPossible(why));
  }

  private static Response error(ViewSubmissionContext ctx, String field, String words) {
    return ctx.ackWithErrors(Map.of(field, words));
  }

  private static Form form(ViewSubmissionRequest request) {
    return new Form(view(request).getState());
  }

  private static View view(ViewSubmissionRequest request) {
    return request.getPayload().getView();
  }

  private static UserId user(ViewSubmissionRequest request) {
    return new UserId(request.getPayload().getUser().getId());
  }
}
