package awssetup.slack.handlers;

import awssetup.ports.HomeTabs;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.ports.Worklist;
import awssetup.setup.UserId;
import awssetup.slack.api.SlackClient;
import awssetup.slack.messages.Fingerprint;
import awssetup.slack.messages.HomeView;
import com.slack.api.bolt.App;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The app's Home tab: all open setups for engineers, a friendly word for everyone else. Slack does
 * not say when a reader leaves it, so tabs that were used within half a day are kept up to date.
 * What has not changed is not published again, so that nothing flickers.
 */
public final class HomeTab {
  private static final Logger LOG = LoggerFactory.getLogger(HomeTab.class);
  private static final Duration LOOKED_AT = Duration.ofHours(12);

  /**
   * Of the 100 calls a minute that Slack allows for all views, updates that we push take 60.
   * https://docs.slack.dev/apis/web-api/rate-limits
   */
  private static final int MOST_AT_ONCE = 10;

  private static final int TRIES = 5;

  private final HandlerTools tools;
  private final SlackClient slack;
  private final HomeTabs tabs;
  private final Worklist worklist;
  private final HomeView view;
  private final Supplier<Duration> behind;

  /**
   * @param behind how far messages and cards lag behind what is stored
   */
  public HomeTab(
      HandlerTools tools,
      SlackClient slack,
      HomeTabs tabs,
      Worklist worklist,
      HomeView view,
      Supplier<Duration> behind) {
    this.tools = tools;
    this.slack = slack;
    this.tabs = tabs;
    this.worklist = worklist;
    this.view = view;
    this.behind = behind;
  }

  /** Publishes it each time a reader opens it. */
  void routeOpened(App bolt) {
    bolt.event(
        AppHomeOpenedEvent.class,
        (payload, ctx) -> {
          UserId reader = new UserId(payload.getEvent().getUser());
          if ("home".equals(payload.getEvent().getTab())) {
            tools.background().run("the Home tab", () -> open(reader));
          }
          return ctx.ack();
        });
  }

  private void open(UserId reader) {
    Access.Verdict may = tools.access().may(Action.READ_HOME, reader);
    if (may == Access.Verdict.YES) {
      publish(tabs.open(reader, tools.now()));
    } else {
      tabs.close(reader);
      publish(
          reader,
          may == Access.Verdict.UNKNOWN ? view.askAgain() : view.notForYou(),
          Optional.empty());
    }
  }

  /** Shows what its reader asked for, until Slack shows what they asked for last. */
  void publish(HomeTabs.Tab asked) {
    HomeTabs.Tab tab = asked;
    for (int i = 0; i < TRIES; i++) {
      List<LayoutBlock> blocks = blocks(tab);
      String hash = publish(tab.reader(), blocks, Optional.empty());
      if (tabs.published(tab, Fingerprint.of(blocks), hash, tools.now())) {
        return;
      }
      Optional<HomeTabs.Tab> now = tabs.find(tab.reader());
      if (now.isEmpty()) {
        return;
      }
      tab = now.get();
    }
  }

  /** Updates the tabs that engineers may be looking at. */
  public void refresh() {
    int published = 0;
    for (HomeTabs.Tab tab : tabs.usedSince(tools.now().minus(LOOKED_AT))) {
      try {
        published += refresh(tab) ? 1 : 0;
      } catch (SlackRefused e) {
        // Mostly because the reader has just turned to another page, which is published already.
        LOG.info("A Home tab stays as it is for now: {}", e.getMessage());
      } catch (SlackUnavailable e) {
        LOG.info("Home tabs stay as they are for now: {}", e.getMessage());
        return;
      }
      if (published == MOST_AT_ONCE) {
        return;
      }
    }
  }

  private boolean refresh(HomeTabs.Tab tab) {
    Access.Verdict may = tools.access().may(Action.READ_HOME, tab.reader());
    if (may == Access.Verdict.ENGINEERS_ONLY) {
      tabs.close(tab.reader());
      publish(tab.reader(), view.notForYou(), Optional.empty());
      return true;
    }
    List<LayoutBlock> blocks = blocks(tab);
    String fingerprint = Fingerprint.of(blocks);
    if (may == Access.Verdict.UNKNOWN || tab.fingerprint().equals(Optional.of(fingerprint))) {
      return false;
    }
    String hash = publish(tab.reader(), blocks, tab.hash());
    tabs.published(tab, fingerprint, hash, tools.now());
    return true;
  }

  private List<LayoutBlock> blocks(HomeTabs.Tab tab) {
    Instant now = tools.now();
    int page = tab.page();
    Worklist.Page content = page(tab.filter(), page, now);
    if (content.setups().isEmpty() && page > 0) {
      page = HomeView.lastPage(content.total());
      content = page(tab.filter(), page, now);
    }
    return view.blocks(tab.filter(), page, content, behind.get(), now);
  }

  private Worklist.Page page(Worklist.Filter filter, int page, Instant now) {
    return worklist.page(filter, page * HomeView.ROWS, HomeView.ROWS, now);
  }

  /**
   * @param over the only view to be replaced: Slack refuses the call if it shows another one
   */
  private String publish(UserId reader, List<LayoutBlock> blocks, Optional<String> over) {
    View home = View.builder().type("home").blocks(blocks).build();
    return slack
        .call(
            "views.publish",
            m -> m.viewsPublish(r -> r.userId(reader.value()).hash(over.orElse(null)).view(home)))
        .getView()
        .getHash();
  }
}
