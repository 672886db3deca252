package awssetup.slack.handlers;

import awssetup.ports.StoreUnavailable;
import awssetup.setup.ChannelId;
import awssetup.setup.Intent;
import awssetup.setup.NotPossible;
import awssetup.setup.Option;
import awssetup.setup.ReportAccount;
import awssetup.setup.Reviewers;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.StartSetup;
import awssetup.setup.SubmitDetails;
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
import awssetup.slack.words.Words;
import com.slack.api.bolt.response.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Submitted modals: checked, saved, then acknowledged, in this order. If anything goes wrong, the
 * modal stays open with all that was typed and says what to do.
 */
public final class Submissions {
  private final HandlerTools tools;
  private final FieldRules rules;
  private final Reviewers reviewers;

  public Submissions(HandlerTools tools, FieldRules rules, Reviewers reviewers) {
    this.tools = tools;
    this.rules = rules;
    this.reviewers = reviewers;
  }

  Response startSetup(Action action, Submission submission) {
    return guarded(
        tools.words(),
        submission,
        Ids.OPTION,
        () -> tools.access().may(action, submission.by()),
        () -> {
          Instant now = tools.now();
          Form form = new Form(submission.view().getState(), tools.words());
          StartSetupModal.Entered entered = StartSetupModal.read(form);
          Optional<SetupId> id = submission.setup();
          Optional<ChannelId> channel =
              id.flatMap(i -> tools.setups().draftedIn(i, submission.by()));
          if (channel.isEmpty()) {
            form.error(Ids.OPTION, form.words().plain("modal.start.stale"));
          }
          if (!form.isValid()) {
            return submission.ctx().ackWithErrors(form.errors());
          }
          tools
              .setups()
              .create(
                  new StartSetup(
                          id.get(),
                          entered.option(),
                          entered.customerName(),
                          entered.contact(),
                          entered.orderId(),
                          channel.get(),
                          submission.by(),
                          entered.language().orElse(tools.translations().ownLanguage()))
                      .at(now),
                  now);
          return submission.ctx().ack();
        });
  }

  Response transferDetails(Action action, Submission submission) {
    return onSetup(
        action,
        submission,
        Ids.ACCOUNT_ID,
        setup -> SubmitDetails.whyNot(setup, Option.TRANSFER_BILLING),
        (setup, form, now) ->
            TransferDetailsModal.read(
                form, rules, setup, submission.view().getId(), submission.by(), now));
  }

  Response newAccountDetails(Action action, Submission submission) {
    return onSetup(
        action,
        submission,
        Ids.ROOT_EMAIL,
        setup -> SubmitDetails.whyNot(setup, Option.NEW_ACCOUNT),
        (setup, form, now) ->
            NewAccountDetailsModal.read(
                form, rules, setup, submission.view().getId(), submission.by(), now));
  }

  Response accountReady(Action action, Submission submission) {
    return onSetup(
        action,
        submission,
        Ids.ACCOUNT_ID,
        ReportAccount::whyNot,
        (setup, form, now) ->
            AccountReadyModal.read(form, rules, setup, submission.view(), submission.by()));
  }

  /** The same review twice is one, so only the intent, which knows it, says whether it can be. */
  Response reviewInvitation(Action action, Submission submission) {
    return onSetup(
        action,
        submission,
        Ids.START_MONTH,
        Intent::whyClosed,
        (setup, form, now) ->
            ReviewInvitationModal.read(
                form,
                ReviewInvitationModal.shownIn(submission.view())
                    .orElseThrow(() -> new NotPossible(NotPossible.Why.REVIEW_VOID)),
                submission.by(),
                reviewers,
                now));
  }

  Response cancelSetup(Action action, Submission submission) {
    return onSetup(
        action,
        submission,
        Ids.REASON,
        Intent::whyClosed,
        (setup, form, now) -> CancelSetupModal.read(form, submission.by()));
  }

  /** Goes on if this person may; otherwise the reason appears at the modal's first field. */
  private Response guarded(
      Words words,
      Submission submission,
      String firstField,
      Supplier<Verdict> may,
      Supplier<Response> then) {
    try {
      return switch (may.get()) {
        case YES -> then.get();
        case ENGINEERS_ONLY -> submission.error(firstField, words.plain("submit.engineers_only"));
        case ELSEWHERE -> submission.error(firstField, words.plain("submit.elsewhere"));
        case UNKNOWN -> submission.error(firstField, ErrorWords.slackSilent(words));
      };
    } catch (NotPossible e) {
      return submission.error(field(e.why(), firstField), ErrorWords.words(words, e.why()));
    } catch (StoreUnavailable e) {
      return submission.error(firstField, ErrorWords.notSaved(words));
    }
  }

  /** Turns what was typed into an intent; what is wrong becomes errors of the form. */
  private interface Reader {
    Intent read(Setup setup, Form form, Instant now);
  }

  /**
   * Handles a modal about a setup: finds the setup, checks who submits, and saves.
   *
   * @param firstField shows every refusal that belongs to no other field
   * @param whyNot why the setup takes no such modal at all; asked before what was typed is read
   * @param reader makes the intent out of what was typed
   */
  private Response onSetup(
      Action action,
      Submission submission,
      String firstField,
      Function<Setup, Optional<NotPossible.Why>> whyNot,
      Reader reader) {
    Optional<Setup> named;
    try {
      named = submission.setup().flatMap(tools.setups()::find);
    } catch (StoreUnavailable e) {
      return submission.error(firstField, ErrorWords.notSaved(tools.words()));
    }
    Words words = words(action, named);
    return guarded(
        words,
        submission,
        firstField,
        () ->
            named
                .map(setup -> tools.access().maySubmit(action, submission.by(), setup))
                .orElse(Verdict.ELSEWHERE),
        () -> save(submission, named.orElseThrow(), words, whyNot, reader));
  }

  private Response save(
      Submission submission,
      Setup setup,
      Words words,
      Function<Setup, Optional<NotPossible.Why>> whyNot,
      Reader reader) {
    if (tools.setups().hasCounted(submission.id())) {
      return submission.ctx().ack();
    }
    Instant now = tools.now();
    NotPossible.throwIf(whyNot.apply(setup));
    Form form = new Form(submission.view().getState(), words);
    Intent intent = reader.read(setup, form, now);
    if (!form.isValid()) {
      return submission.ctx().ackWithErrors(form.errors());
    }
    tools.setups().changeOnce(submission.id(), setup.id(), intent, now);
    return submission.ctx().ack();
  }

  /** Engineers' own forms come in the installation's language, the others in the setup's. */
  private Words words(Action action, Optional<Setup> setup) {
    return setup
        .filter(s -> action.by() != Action.Who.ENGINEER)
        .map(tools.translations()::of)
        .orElseGet(tools::words);
  }

  private static String field(NotPossible.Why why, String otherwise) {
    return switch (why) {
      case ACCOUNT_TAKEN -> Ids.ACCOUNT_ID;
      case ROOT_EMAIL_TAKEN -> Ids.ROOT_EMAIL;
      case MONTH_TOO_SOON -> Ids.START_MONTH;
      default -> otherwise;
    };
  }
}
