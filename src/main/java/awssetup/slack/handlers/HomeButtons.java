package awssetup.slack.handlers;

import awssetup.ports.HomeTabs;
import awssetup.ports.StoreUnavailable;
import awssetup.ports.Worklist;
import awssetup.setup.CheckNow;
import awssetup.setup.NotPossible;
import awssetup.setup.Setup;
import awssetup.setup.SetupStatus;
import awssetup.setup.Urgency;
import awssetup.setup.UserId;
import awssetup.slack.messages.HomeView;
import awssetup.slack.messages.Overview;
import awssetup.slack.messages.RowAction;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.ErrorWords;
import awssetup.slack.words.Words;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The filter, the pages and the rows' menus of the Home tab. What its reader looks at is kept in
 * our database and not in the view, so that an update that we push shows the same. The Home tab has
 * no ephemeral messages, so answers open as a small modal.
 */
public final class HomeButtons {
  private final HandlerTools tools;
  private final HomeTab home;
  private final HomeTabs tabs;
  private final Forms forms;
  private final Overview overview;
  private final Outcomes outcomes;
  private final Words words;

  public HomeButtons(
      HandlerTools tools,
      HomeTab home,
      HomeTabs tabs,
      Forms forms,
      Overview overview,
      Outcomes outcomes) {
    this.tools = tools;
    this.home = home;
    this.tabs = tabs;
    this.forms = forms;
    this.overview = overview;
    this.outcomes = outcomes;
    this.words = tools.words();
  }

  Response state(Action action, Press press) {
    Optional<Urgency> urgency =
        press
            .choice()
            .flatMap(
                name ->
                    Arrays.stream(Urgency.values()).filter(u -> u.name().equals(name)).findFirst());
    return show(action, press, before -> new Worklist.Filter(urgency, before.owner()), 0);
  }

  Response owner(Action action, Press press) {
    Optional<UserId> owner = press.chosenUser();
    return show(action, press, before -> new Worklist.Filter(before.urgency(), owner), 0);
  }

  Response whose(Action action, Press press) {
    Optional<UserId> owner = press.value().filter(HomeView.MINE::equals).map(mine -> press.by());
    return show(action, press, before -> new Worklist.Filter(before.urgency(), owner), 0);
  }

  /** The page before or after. */
  Response page(Action action, Press press) {
    int page =
        press.value().filter(value -> value.matches("[0-9]{1,5}")).map(Integer::parseInt).orElse(0);
    return show(action, press, UnaryOperator.identity(), page);
  }

  private Response show(
      Action action, Press press, UnaryOperator<Worklist.Filter> change, int page) {
    UserId reader = press.by();
    if (!may(action, press)) {
      return press.ctx().ack();
    }
    try {
      Worklist.Filter before =
          tabs.find(reader).map(HomeTabs.Tab::filter).orElse(Worklist.Filter.ALL);
      HomeTabs.Tab tab = tabs.show(reader, change.apply(before), page, tools.now());
      tools.background().run("the Home tab", () -> home.publish(tab));
      return press.ctx().ack();
    } catch (StoreUnavailable e) {
      return tell(press, ErrorWords.notSaved(words));
    }
  }

  /** An entry of a row's menu was chosen. */
  Response row(Action action, Press press) {
    Optional<RowAction.Chosen> chosen = press.choice().flatMap(RowAction.Chosen::parse);
    if (chosen.isEmpty() || !may(action, press)) {
      return press.ctx().ack();
    }
    RowAction wanted = chosen.get().action();
    try {
      Optional<Setup> setup =
          tools
              .setups()
              .find(chosen.get().setup())
              .filter(Setup::isOpen)
              .filter(s -> wanted.isPossible(SetupStatus.of(s, tools.now()).actions()));
      return setup.isPresent()
          ? act(wanted, setup.get(), press)
          : tell(press, words.say("home.row.stale"));
    } catch (NotPossible e) {
      return tell(press, ErrorWords.words(words, e.why()));
    } catch (StoreUnavailable e) {
      return tell(press, ErrorWords.notSaved(words));
    }
  }

  private Response act(RowAction wanted, Setup setup, Press press) {
    return switch (wanted) {
      case REVIEW -> open(press, forms.review(words, setup, press.by()));
      case CANCEL -> open(press, forms.cancel(words, setup));
      case HISTORY ->
          note(
              press,
              words.plain("home.history"),
              overview.history(setup, tools.setups().history(setup.id())));
      case CHECK -> {
        tools.setups().changeOnce(press.id(), setup.id(), new CheckNow(press.by()), tools.now());
        yield tell(press, words.say(Words.key("press", Action.CHECK_NOW)));
      }
      case REMIND -> tell(press, outcomes.remind(press.id(), setup.id(), press.by()));
    };
  }

  private boolean may(Action action, Press press) {
    return tools.access().mayPressAtHome(action, press.by()) == Access.Verdict.YES;
  }

  private Response tell(Press press, String text) {
    return note(press, words.plain("home.note"), List.of(Blocks.section(text)));
  }

  private Response note(Press press, String title, List<LayoutBlock> blocks) {
    return open(press, Blocks.note(title, words.plain("modal.close"), blocks));
  }

  private Response open(Press press, View view) {
    tools.modals().open(press.trigger(), view, () -> {});
    return press.ctx().ack();
  }
}
