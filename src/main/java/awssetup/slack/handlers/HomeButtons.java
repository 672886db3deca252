package awssetup.slack.handlers;

import awssetup.ports.HomeTabs;
import awssetup.ports.Setups;
import awssetup.ports.StoreUnavailable;
import awssetup.ports.Worklist;
import awssetup.setup.Intent;
import awssetup.setup.NotPossible;
import awssetup.setup.Setup;
import awssetup.setup.SetupStatus;
import awssetup.setup.Urgency;
import awssetup.setup.UserId;
import awssetup.slack.api.Background;
import awssetup.slack.api.ModalOpener;
import awssetup.slack.messages.HomeView;
import awssetup.slack.messages.RowAction;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.ErrorWords;
import awssetup.slack.words.RequestIds;
import awssetup.slack.words.Words;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The filter, the pages and the rows' menus of the Home tab. What its reader looks at is kept with
 * us and not in the view, so that an update unasked shows the same. Home has no place for a message
 * to its reader only, so answers open as a small modal.
 */
public final class HomeButtons {
  private final HomeTab home;
  private final HomeTabs tabs;
  private final Setups setups;
  private final Access access;
  private final ModalOpener modals;
  private final HomeForms forms;
  private final Commands commands;
  private final Background background;
  private final Words words;
  private final InstantSource clock;

  public HomeButtons(
      HomeTab home,
      HomeTabs tabs,
      Setups setups,
      Access access,
      ModalOpener modals,
      HomeForms forms,
      Commands commands,
      Background background,
      Words words,
      InstantSource clock) {
    this.home = home;
    this.tabs = tabs;
    this.setups = setups;
    this.access = access;
    this.modals = modals;
    this.forms = forms;
    this.commands = commands;
    this.background = background;
    this.words = words;
    this.clock = clock;
  }

  public Response state(BlockActionRequest request, ActionContext ctx) {
    Optional<Urgency> urgency =
        Optional.ofNullable(action(request).getSelectedOption())
            .flatMap(
                o ->
                    Arrays.stream(Urgency.values())
                        .filter(u -> u.name().equals(o.getValue()))
                        .findFirst());
    return filter(
        Action.HOME_STATE, request, ctx, before -> new Worklist.Filter(urgency, before.owner()));
  }

  public Response owner(BlockActionRequest request, ActionContext ctx) {
    Optional<UserId> owner =
        Optional.ofNullable(action(request).getSelectedUser()).map(UserId::new);
    return filter(
        Action.HOME_OWNER, request, ctx, before -> new Worklist.Filter(before.urgency(), owner));
  }

  public Response whose(BlockActionRequest request, ActionContext ctx) {
    Optional<UserId> owner =
        Optional.of(user(request)).filter(u -> HomeView.MINE.equals(action(request).getValue()));
    return filter(
        Action.HOME_WHOSE, request, ctx, before -> new Worklist.Filter(before.urgency(), owner));
  }

  public Response previous(BlockActionRequest request, ActionContext ctx) {
    return turn(Action.HOME_PREVIOUS, request, ctx);
  }

  public Response next(BlockActionRequest request, ActionContext ctx) {
    return turn(Action.HOME_NEXT, request, ctx);
  }

  private Response filter(
      Action action,
      BlockActionRequest request,
      ActionContext ctx,
      UnaryOperator<Worklist.Filter> change) {
    return show(action, request, ctx, change, 0);
  }

  private Response turn(Action action, BlockActionRequest request, ActionContext ctx) {
    String value = action(request).getValue();
    int page = value != null && value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : 0;
    return show(action, request, ctx, UnaryOperator.identity(), page);
  }

  private Response show(
      Action action,
      BlockActionRequest request,
      ActionContext ctx,
      UnaryOperator<Worklist.Filter> change,
      int page) {
    UserId reader = user(request);
    if (access.mayPressAtHome(action, reader) != Access.Verdict.YES) {
      return ctx.ack();
    }
    try {
      Worklist.Filter before =
          tabs.find(reader).map(HomeTabs.Tab::filter).orElse(Worklist.Filter.ALL);
      HomeTabs.Tab tab = tabs.show(reader, change.apply(before), page, clock.instant());
      background.run("the Home tab", () -> home.publish(tab));
      return ctx.ack();
    } catch (StoreUnavailable e) {
      return tell(request, ctx, ErrorWords.notSaved(words));
    }
  }

  /** Something was chosen from a row's menu. */
  public Response row(BlockActionRequest request, ActionContext ctx) {
    Optional<RowAction.Chosen> chosen =
        Optional.ofNullable(action(request).getSelectedOption())
            .flatMap(o -> RowAction.Chosen.parse(o.getValue()));
    if (chosen.isEmpty()
        || access.mayPressAtHome(Action.HOME_ROW, user(request)) != Access.Verdict.YES) {
      return ctx.ack();
    }
    try {
      Optional<Setup> setup = setups.find(chosen.get().setup()).filter(Setup::isOpen);
      boolean possible =
          setup
              .filter(
                  s ->
                      chosen
                          .get()
                          .action()
                          .isPossible(SetupStatus.of(s, clock.instant()).actions()))
              .isPresent();
      return possible
          ? act(chosen.get().action(), setup.get(), request, ctx)
          : tell(request, ctx, words.say("home.row.stale"));
    } catch (NotPossible e) {
      return tell(request, ctx, ErrorWords.words(words, e.why()));
    } catch (StoreUnavailable e) {
      return tell(request, ctx, ErrorWords.notSaved(words));
    }
  }

  private Response act(
      RowAction action, Setup setup, BlockActionRequest request, ActionContext ctx) {
    UserId by = user(request);
    return switch (action) {
      case REVIEW -> open(forms.review(setup, by), request, ctx);
      case CANCEL -> open(forms.cancel(setup), request, ctx);
      case HISTORY -> open(forms.history(setup), request, ctx);
      case CHECK -> {
        setups.changeOnce(
            RequestIds.of(request), setup.id(), new Intent.CheckNow(by), clock.instant());
        yield tell(request, ctx, words.say("press.checking"));
      }
      case REMIND ->
          tell(
              request,
              ctx,
              commands.remind(RequestIds.of(request), setup.id(), by, clock.instant()));
    };
  }

  private Response tell(BlockActionRequest request, ActionContext ctx, String text) {
    View note =
        Blocks.note(
            words.plain("home.note"), words.plain("modal.close"), List.of(Blocks.section(text)));
    return open(note, request, ctx);
  }

  private Response open(View view, BlockActionRequest request, ActionContext ctx) {
    modals.open(request.getPayload().getTriggerId(), view, () -> {});
    return ctx.ack();
  }

  private static BlockActionPayload.Action action(BlockActionRequest request) {
    return request.getPayload().getActions().get(0);
  }

  private static UserId user(BlockActionRequest request) {
    return new UserId(request.getPayload().getUser().getId());
  }
}
