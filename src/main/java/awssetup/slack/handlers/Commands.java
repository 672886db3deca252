package awssetup.slack.handlers;

import awssetup.ports.RequestId;
import awssetup.ports.Setups;
import awssetup.ports.StoreUnavailable;
import awssetup.ports.Worklist;
import awssetup.setup.ChannelId;
import awssetup.setup.Intent;
import awssetup.setup.NotPossible;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.UserId;
import awssetup.slack.api.ModalOpener;
import awssetup.slack.messages.Overview;
import awssetup.slack.messages.SetupCard;
import awssetup.slack.modals.CancelSetupModal;
import awssetup.slack.modals.StartSetupModal;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.ErrorWords;
import awssetup.slack.words.Ids;
import awssetup.slack.words.RequestIds;
import awssetup.slack.words.Translations;
import awssetup.slack.words.Words;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.LayoutBlock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The slash command and its subcommands. Every answer is ephemeral, for the person who typed it.
 */
public final class Commands {
  private final Setups setups;
  private final Worklist worklist;
  private final Access access;
  private final StartOffer startOffer;
  private final ModalOpener modals;
  private final Translations translations;
  private final Words words;
  private final Overview overview;
  private final SetupsFile file;
  private final Optional<ChannelId> opsChannel;
  private final InstantSource clock;

  public Commands(
      Setups setups,
      Worklist worklist,
      Access access,
      StartOffer startOffer,
      ModalOpener modals,
      Translations translations,
      Overview overview,
      SetupsFile file,
      Optional<ChannelId> opsChannel,
      InstantSource clock) {
    this.setups = setups;
    this.worklist = worklist;
    this.access = access;
    this.startOffer = startOffer;
    this.modals = modals;
    this.translations = translations;
    this.words = translations.own();
    this.overview = overview;
    this.file = file;
    this.opsChannel = opsChannel;
    this.clock = clock;
  }

  /** {@code /aws-setup …} */
  public Response setup(SlashCommandPayload payload, SlashCommandContext ctx) {
    String text = payload.getText() == null ? "" : payload.getText();
    String word = text.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    return answer(payload, ctx, Action.subcommand(word), word);
  }

  /** {@code /aws-status} */
  public Response status(SlashCommandPayload payload, SlashCommandContext ctx) {
    return answer(payload, ctx, Action.STATUS, "status");
  }

  private Response answer(
      SlashCommandPayload payload, SlashCommandContext ctx, Action action, String word) {
    return switch (access.may(action, new UserId(payload.getUserId()))) {
      case YES -> carryOut(payload, ctx, action, word);
      case ENGINEERS_ONLY, ELSEWHERE -> ctx.ack(words.say("command.engineers_only"));
      case UNKNOWN -> ctx.ack(ErrorWords.slackSilent(words));
    };
  }

  private Response carryOut(
      SlashCommandPayload payload, SlashCommandContext ctx, Action action, String word) {
    try {
      return switch (action) {
        case START -> start(payload, ctx, word);
        case STATUS -> status(payload, ctx, new ChannelId(payload.getChannelId()));
        case REMIND ->
            withOneSetup(payload, ctx, Ids.PICK_REMIND, s -> remind(s.id(), payload, ctx));
        case CANCEL -> withOneSetup(payload, ctx, Ids.PICK_CANCEL, s -> cancel(s, payload, ctx));
        case HISTORY -> history(payload, ctx);
        case FORGET -> forget(payload, ctx);
        case EXPORT -> export(payload, ctx);
        default -> ctx.ack(words.say("command.help"));
      };
    } catch (StoreUnavailable e) {
      return ctx.ack(ErrorWords.notSaved(words));
    }
  }

  private Response start(SlashCommandPayload payload, SlashCommandContext ctx, String subcommand) {
    if (isDirectMessage(payload)) {
      return ctx.ack(words.say("command.in_channel"));
    }
    Option option = "new".equals(subcommand) ? Option.NEW_ACCOUNT : Option.TRANSFER_BILLING;
    ChannelId channel = new ChannelId(payload.getChannelId());
    UserId by = new UserId(payload.getUserId());
    StartOffer.Offer offer = startOffer.in(channel);
    if (!offer.member()) {
      return ctx.ack(inviteUs());
    }
    SetupId id = SetupId.random();
    setups.draft(id, channel, by, clock.instant());
    modals.open(
        payload.getTriggerId(),
        StartSetupModal.view(translations, id, option, offer.people()),
        offer
            .everybody()
            .thenApply(
                everybody ->
                    everybody.equals(offer.people())
                        ? Optional.empty()
                        : Optional.of(StartSetupModal.view(translations, id, option, everybody))),
        () -> Answers.to(ctx, words.say("modal.not_opened")));
    return ctx.ack();
  }

  private String inviteUs() {
    return words.say("command.invite_us", "us", startOffer.ourName());
  }

  /** What to say where a channel has no setup: nothing can be there without us. */
  private String nothingHere(SlashCommandPayload payload, String otherwise) {
    return isDirectMessage(payload) || startOffer.isMember(new ChannelId(payload.getChannelId()))
        ? otherwise
        : inviteUs();
  }

  private Response status(SlashCommandPayload payload, SlashCommandContext ctx, ChannelId channel) {
    if (isDirectMessage(payload) || opsChannel.filter(channel::equals).isPresent()) {
      Worklist.Page open =
          worklist.page(Worklist.Filter.ALL, 0, Overview.LINES_MOST, clock.instant());
      return show(
          ctx,
          overview.status(
              words.say("overview.all_open"),
              open.setups(),
              open.total(),
              words.say("overview.none_open")));
    }
    List<Setup> here = setups.openIn(channel);
    return show(
        ctx,
        overview.status(
            words.say("overview.of_channel"),
            here,
            here.size(),
            setups
                .newestIn(channel)
                .map(overview::line)
                .orElseGet(() -> nothingHere(payload, words.say("command.status.none")))));
  }

  private Response withOneSetup(
      SlashCommandPayload payload,
      SlashCommandContext ctx,
      String pickActionId,
      Function<Setup, Response> then) {
    List<Setup> open = setups.openIn(new ChannelId(payload.getChannelId()));
    if (open.isEmpty()) {
      return ctx.ack(nothingHere(payload, words.say("command.none_open")));
    }
    return open.size() == 1 ? then.apply(open.get(0)) : show(ctx, pick(open, pickActionId));
  }

  private List<LayoutBlock> pick(List<Setup> open, String actionId) {
    return List.of(
        Blocks.section(words.say("command.pick")),
        Blocks.actions(
            actionId,
            List.of(
                Blocks.select(
                    actionId,
                    words.plain("command.pick.choose"),
                    open.stream()
                        .limit(100)
                        .map(s -> Blocks.option(s.id().value(), SetupCard.title(words, s)))
                        .toList()))));
  }

  private Response remind(SetupId id, SlashCommandPayload payload, SlashCommandContext ctx) {
    return ctx.ack(
        remind(RequestIds.of(payload), id, new UserId(payload.getUserId()), clock.instant()));
  }

  /** Sends the reminder; says what came of it. */
  String remind(RequestId request, SetupId id, UserId by, Instant now) {
    try {
      long before = setups.find(id).map(Setup::version).orElse(0L);
      return setups.changeOnce(request, id, new Intent.RemindNow(by), now).version() == before
          ? words.say("command.remind.just_sent")
          : words.say("command.remind.sent");
    } catch (NotPossible e) {
      return ErrorWords.words(words, e.why());
    }
  }

  private Response cancel(Setup setup, SlashCommandPayload payload, SlashCommandContext ctx) {
    modals.open(
        payload.getTriggerId(),
        CancelSetupModal.view(words, setup),
        () -> Answers.to(ctx, words.say("modal.not_opened")));
    return ctx.ack();
  }

  private Response history(SlashCommandPayload payload, SlashCommandContext ctx) {
    return setups
        .newestIn(new ChannelId(payload.getChannelId()))
        .map(s -> show(ctx, overview.history(s, setups.history(s.id()))))
        .orElseGet(() -> ctx.ack(nothingHere(payload, words.say("command.none_ever"))));
  }

  private Response forget(SlashCommandPayload payload, SlashCommandContext ctx) {
    ChannelId channel = new ChannelId(payload.getChannelId());
    List<Setup> ended = setups.endedIn(channel);
    if (!ended.isEmpty()) {
      return show(ctx, ForgetQuestion.blocks(words, ended));
    }
    return ctx.ack(
        setups.openIn(channel).isEmpty()
            ? words.say("command.forget.none")
            : ErrorWords.words(words, NotPossible.Why.STILL_OPEN));
  }

  /** Erases the people of an ended setup; says what came of it. */
  String forget(SetupId id, UserId by, Instant now) {
    try {
      setups.change(id, new Intent.Forget(by), now);
      return words.say("command.forget.done");
    } catch (NotPossible e) {
      return ErrorWords.words(words, e.why());
    }
  }

  private Response export(SlashCommandPayload payload, SlashCommandContext ctx) {
    boolean coming =
        file.sendTo(new UserId(payload.getUserId()), sentence -> Answers.to(ctx, sentence));
    return ctx.ack(words.say(coming ? "command.export.coming" : "command.export.failed"));
  }

  private static Response show(SlashCommandContext ctx, List<LayoutBlock> blocks) {
    return ctx.ack(r -> r.responseType("ephemeral").text(Blocks.spoken(blocks)).blocks(blocks));
  }

  private static boolean isDirectMessage(SlashCommandPayload payload) {
    return "directmessage".equals(payload.getChannelName())
        || payload.getChannelId().startsWith("D");
  }
}
