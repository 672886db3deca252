package awssetup.slack;

import awssetup.setup.ChannelId;
import awssetup.setup.Intent;
import awssetup.setup.KeepingFailed;
import awssetup.setup.NotPossible;
import awssetup.setup.Option;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.Setups;
import awssetup.setup.UserId;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.LayoutBlock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The slash command and its subcommands. Every answer is ephemeral, for the person who typed it.
 */
final class Commands {
  private static final String HELP =
      """
      *`/aws-setup`* takes a customer through setting up AWS, in the channel that you share.
      • `/aws-setup transfer` – transfer the billing of an existing management account
      • `/aws-setup new` – a new AWS account, then the same
      • `/aws-setup status` – where this channel's setups stand (also `/aws-status`)
      • `/aws-setup remind` – send the reminder that comes next, now
      • `/aws-setup cancel` – end a setup
      • `/aws-setup history` – who did what in this channel's newest setup
      • `/aws-setup forget` – erase the people and contact details of a setup that has ended
      • `/aws-setup help` – this text
      The customer needs no command: everything they do starts from a button on the card.""";

  private final Setups setups;
  private final Access access;
  private final StartOffer startOffer;
  private final Modals modals;
  private final Translations translations;
  private final Overview overview;
  private final Optional<ChannelId> opsChannel;
  private final InstantSource clock;
  private final String partner;

  Commands(
      Setups setups,
      Access access,
      StartOffer startOffer,
      Modals modals,
      Translations translations,
      Overview overview,
      Optional<ChannelId> opsChannel,
      InstantSource clock,
      String partner) {
    this.setups = setups;
    this.access = access;
    this.startOffer = startOffer;
    this.modals = modals;
    this.translations = translations;
    this.overview = overview;
    this.opsChannel = opsChannel;
    this.clock = clock;
    this.partner = partner;
  }

  /** {@code /aws-setup …} */
  Response setup(SlashCommandPayload payload, SlashCommandContext ctx) {
    String text = payload.getText() == null ? "" : payload.getText();
    String word = text.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    return answer(payload, ctx, Deed.subcommand(word), word);
  }

  /** {@code /aws-status} */
  Response status(SlashCommandPayload payload, SlashCommandContext ctx) {
    return answer(payload, ctx, Deed.STATUS, "status");
  }

  private Response answer(
      SlashCommandPayload payload, SlashCommandContext ctx, Deed deed, String word) {
    return switch (access.may(deed, new UserId(payload.getUserId()))) {
      case YES -> carryOut(payload, ctx, deed, word);
      case ENGINEERS_ONLY, ELSEWHERE ->
          ctx.ack(
              "This command is for engineers of "
                  + partner
                  + ". Everything that is yours to do has a button on the card in the channel.");
      case UNKNOWN -> ctx.ack(WhyNot.SLACK_SILENT);
    };
  }

  private Response carryOut(
      SlashCommandPayload payload, SlashCommandContext ctx, Deed deed, String word) {
    try {
      return switch (deed) {
        case START -> start(payload, ctx, word);
        case STATUS -> status(payload, ctx, new ChannelId(payload.getChannelId()));
        case REMIND ->
            withOneSetup(payload, ctx, Ids.PICK_REMIND, s -> remind(s.id(), payload, ctx));
        case CANCEL -> withOneSetup(payload, ctx, Ids.PICK_CANCEL, s -> cancel(s, payload, ctx));
        case HISTORY -> history(payload, ctx);
        case FORGET -> forget(payload, ctx);
        default -> ctx.ack(HELP);
      };
    } catch (KeepingFailed e) {
      return ctx.ack(WhyNot.NOT_SAVED);
    }
  }

  private Response start(SlashCommandPayload payload, SlashCommandContext ctx, String subcommand) {
    if (isDirectMessage(payload)) {
      return ctx.ack("Please type this in the channel that you share with the customer.");
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
        sentence -> Answers.to(ctx, sentence));
    return ctx.ack();
  }

  private String inviteUs() {
    return "I am not in this channel yet. Please type `/invite "
        + startOffer.ourName()
        + "` here, then the command again.";
  }

  /** What to say where a channel has no setup: nothing can be there without us. */
  private String nothingHere(SlashCommandPayload payload, String otherwise) {
    return isDirectMessage(payload) || startOffer.isMember(new ChannelId(payload.getChannelId()))
        ? otherwise
        : inviteUs();
  }

  private Response status(SlashCommandPayload payload, SlashCommandContext ctx, ChannelId channel) {
    if (isDirectMessage(payload) || opsChannel.filter(channel::equals).isPresent()) {
      List<Setup> all = new ArrayList<>();
      setups.forEachOpen(all::add);
      return ctx.ack(overview.status("All open setups", all, "There are no open setups."));
    }
    return ctx.ack(
        overview.status(
            "Setups of this channel",
            setups.openIn(channel),
            setups
                .newestIn(channel)
                .map(overview::line)
                .orElseGet(
                    () -> nothingHere(payload, "There are none yet. `/aws-setup` starts one."))));
  }

  private Response withOneSetup(
      SlashCommandPayload payload,
      SlashCommandContext ctx,
      String pickActionId,
      Function<Setup, Response> then) {
    List<Setup> open = setups.openIn(new ChannelId(payload.getChannelId()));
    if (open.isEmpty()) {
      return ctx.ack(
          nothingHere(payload, "There is no open setup in this channel. `/aws-setup` starts one."));
    }
    return open.size() == 1 ? then.apply(open.get(0)) : ctx.ack(pick(open, pickActionId));
  }

  private static List<LayoutBlock> pick(List<Setup> open, String actionId) {
    return List.of(
        Kit.section("This channel has several open setups. Which one do you mean?"),
        Kit.actions(
            actionId,
            List.of(
                Kit.select(
                    actionId,
                    "Choose a setup",
                    open.stream()
                        .limit(100)
                        .map(s -> Kit.option(s.id().value(), SetupCard.title(s)))
                        .toList()))));
  }

  private Response remind(SetupId id, SlashCommandPayload payload, SlashCommandContext ctx) {
    return ctx.ack(remind(id, new UserId(payload.getUserId()), clock.instant()));
  }

  /** Sends the reminder; says what came of it. */
  String remind(SetupId id, UserId by, Instant now) {
    try {
      long before = setups.find(id).map(Setup::version).orElse(0L);
      return setups.change(id, new Intent.RemindNow(by), now).version() == before
          ? "A reminder went out a moment ago, so none is sent now."
          : "The reminder goes out now, in the card's thread.";
    } catch (NotPossible e) {
      return WhyNot.words(e);
    }
  }

  private Response cancel(Setup setup, SlashCommandPayload payload, SlashCommandContext ctx) {
    modals.open(
        payload.getTriggerId(),
        CancelSetupModal.view(setup),
        sentence -> Answers.to(ctx, sentence));
    return ctx.ack();
  }

  private Response history(SlashCommandPayload payload, SlashCommandContext ctx) {
    return setups
        .newestIn(new ChannelId(payload.getChannelId()))
        .map(s -> ctx.ack(overview.history(s, setups.history(s.id()))))
        .orElseGet(
            () -> ctx.ack(nothingHere(payload, "There has been no setup in this channel yet.")));
  }

  private Response forget(SlashCommandPayload payload, SlashCommandContext ctx) {
    ChannelId channel = new ChannelId(payload.getChannelId());
    List<Setup> ended = setups.endedIn(channel);
    if (!ended.isEmpty()) {
      return ctx.ack(ForgetQuestion.blocks(ended));
    }
    return ctx.ack(
        setups.openIn(channel).isEmpty()
            ? "There is no setup in this channel whose contact details are kept."
            : WhyNot.words(new NotPossible(NotPossible.Why.STILL_OPEN)));
  }

  /** Erases the people of an ended setup; says what came of it. */
  String forget(SetupId id, UserId by, Instant now) {
    try {
      setups.change(id, new Intent.Forget(by), now);
      return "The people and contact details of this setup are erased.";
    } catch (NotPossible e) {
      return WhyNot.words(e);
    }
  }

  private static boolean isDirectMessage(SlashCommandPayload payload) {
    return "directmessage".equals(payload.getChannelName())
        || payload.getChannelId().startsWith("D");
  }
}
