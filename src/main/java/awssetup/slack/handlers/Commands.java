package awssetup.slack.handlers;

import awssetup.ports.Setups;
import awssetup.ports.StoreUnavailable;
import awssetup.ports.Worklist;
import awssetup.setup.ChannelId;
import awssetup.setup.Forget;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.slack.messages.Overview;
import awssetup.slack.messages.SetupCard;
import awssetup.slack.modals.CancelSetupModal;
import awssetup.slack.modals.StartSetupModal;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.ErrorWords;
import awssetup.slack.words.Words;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The slash command's subcommands. Every answer is ephemeral, for the person who typed it. */
public final class Commands {
  private static final int OPTIONS_MOST = 100;

  private final HandlerTools tools;
  private final Setups setups;
  private final Worklist worklist;
  private final StartOffer startOffer;
  private final Overview overview;
  private final SetupsFile file;
  private final Outcomes outcomes;
  private final Optional<ChannelId> opsChannel;
  private final Words words;

  public Commands(
      HandlerTools tools,
      Worklist worklist,
      StartOffer startOffer,
      Overview overview,
      SetupsFile file,
      Outcomes outcomes,
      Optional<ChannelId> opsChannel) {
    this.tools = tools;
    this.setups = tools.setups();
    this.worklist = worklist;
    this.startOffer = startOffer;
    this.overview = overview;
    this.file = file;
    this.outcomes = outcomes;
    this.opsChannel = opsChannel;
    this.words = tools.words();
  }

  /** Does it if this person may, and says why not otherwise. */
  private Response guarded(Action action, TypedCommand typed, Supplier<Response> work) {
    try {
      return switch (tools.access().may(action, typed.by())) {
        case YES -> work.get();
        case ENGINEERS_ONLY, ELSEWHERE -> typed.answer(words.say("command.engineers_only"));
        case UNKNOWN -> typed.answer(ErrorWords.slackSilent(words));
      };
    } catch (StoreUnavailable e) {
      return typed.answer(ErrorWords.notSaved(words));
    }
  }

  Response start(Action action, TypedCommand typed) {
    return guarded(
        action,
        typed,
        () -> {
          if (typed.isDirectMessage()) {
            return typed.answer(words.say("command.in_channel"));
          }
          StartOffer.Offer offer = startOffer.in(typed.channel());
          return offer.member() ? openStart(typed, offer) : typed.answer(inviteUs());
        });
  }

  private Response openStart(TypedCommand typed, StartOffer.Offer offer) {
    Option option = "new".equals(typed.word()) ? Option.NEW_ACCOUNT : Option.TRANSFER_BILLING;
    SetupId id = SetupId.random();
    setups.draft(id, typed.channel(), typed.by(), tools.now());
    tools
        .modals()
        .open(
            typed.trigger(),
            StartSetupModal.view(tools.translations(), id, option, offer.contacts()),
            offer
                .allContacts()
                .thenApply(
                    all ->
                        all.equals(offer.contacts())
                            ? Optional.empty()
                            : Optional.of(
                                StartSetupModal.view(tools.translations(), id, option, all))),
            () -> notOpened(typed));
    return typed.done();
  }

  private void notOpened(TypedCommand typed) {
    Answers.to(typed.ctx(), words.say("modal.not_opened"));
  }

  private String inviteUs() {
    return words.say("command.invite_us", "us", startOffer.ourName());
  }

  /** What to say where a channel has no setup: perhaps only because we are not in it. */
  private String nothingHere(TypedCommand typed, String otherwise) {
    return typed.isDirectMessage() || startOffer.isMember(typed.channel()) ? otherwise : inviteUs();
  }

  Response status(Action action, TypedCommand typed) {
    return guarded(
        action,
        typed,
        () ->
            typed.isDirectMessage() || opsChannel.filter(typed.channel()::equals).isPresent()
                ? statusOfAll(typed)
                : statusOfChannel(typed));
  }

  private Response statusOfAll(TypedCommand typed) {
    Worklist.Page open = worklist.page(Worklist.Filter.ALL, 0, Overview.LINES_MOST, tools.now());
    return typed.answer(
        overview.status(
            words.say("overview.all_open"),
            open.setups(),
            open.total(),
            words.say("overview.none_open")));
  }

  private Response statusOfChannel(TypedCommand typed) {
    List<Setup> here = setups.openIn(typed.channel());
    return typed.answer(
        overview.status(
            words.say("overview.of_channel"),
            here,
            here.size(),
            setups
                .newestIn(typed.channel())
                .map(overview::line)
                .orElseGet(() -> nothingHere(typed, words.say("command.status.none")))));
  }

  Response remind(Action action, TypedCommand typed) {
    return withOneSetup(
        action,
        typed,
        Action.PICK_REMIND,
        setup -> typed.answer(outcomes.remind(typed.id(), setup.id(), typed.by())));
  }

  Response cancel(Action action, TypedCommand typed) {
    return withOneSetup(
        action,
        typed,
        Action.PICK_CANCEL,
        setup -> {
          tools
              .modals()
              .open(typed.trigger(), CancelSetupModal.view(words, setup), () -> notOpened(typed));
          return typed.done();
        });
  }

  /** Goes on with the channel's open setup, and asks which one where there are several. */
  private Response withOneSetup(
      Action action, TypedCommand typed, Action pick, Function<Setup, Response> then) {
    return guarded(
        action,
        typed,
        () -> {
          List<Setup> open = setups.openIn(typed.channel());
          if (open.isEmpty()) {
            return typed.answer(nothingHere(typed, words.say("command.none_open")));
          }
          return open.size() == 1 ? then.apply(open.get(0)) : typed.answer(question(open, pick));
        });
  }

  private List<LayoutBlock> question(List<Setup> open, Action pick) {
    return List.of(
        Blocks.section(words.say("command.pick")),
        Blocks.actions(
            pick.id(),
            List.of(
                Blocks.select(
                    pick.id(),
                    words.plain("command.pick.choose"),
                    open.stream()
                        .limit(OPTIONS_MOST)
                        .map(s -> Blocks.option(s.id().value(), SetupCard.title(words, s)))
                        .toList()))));
  }

  Response history(Action action, TypedCommand typed) {
    return guarded(
        action,
        typed,
        () ->
            setups
                .newestIn(typed.channel())
                .map(s -> typed.answer(overview.history(s, setups.history(s.id()))))
                .orElseGet(() -> typed.answer(nothingHere(typed, words.say("command.none_ever")))));
  }

  Response forget(Action action, TypedCommand typed) {
    return guarded(
        action,
        typed,
        () -> {
          List<Setup> ended = setups.endedIn(typed.channel());
          return ended.isEmpty()
              ? typed.answer(whyNothingToForget(typed))
              : typed.answer(ForgetQuestion.blocks(words, ended));
        });
  }

  private String whyNothingToForget(TypedCommand typed) {
    return setups.openIn(typed.channel()).stream()
        .findFirst()
        .flatMap(open -> new Forget(typed.by()).whyNot(open, tools.now()))
        .map(why -> ErrorWords.words(words, why))
        .orElseGet(() -> words.say("command.forget.none"));
  }

  Response export(Action action, TypedCommand typed) {
    return guarded(
        action,
        typed,
        () -> {
          boolean coming = file.sendTo(typed.by(), sentence -> Answers.to(typed.ctx(), sentence));
          return typed.answer(
              words.say(coming ? "command.export.coming" : "command.export.failed"));
        });
  }

  Response help(Action action, TypedCommand typed) {
    return guarded(action, typed, () -> typed.answer(words.say("command.help")));
  }
}
