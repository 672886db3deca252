package awssetup.slack.handlers;

import awssetup.ports.HomeTabs;
import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.ports.Worklist;
import awssetup.setup.UserId;
import awssetup.slack.api.SlackClient;
import awssetup.slack.messages.Fingerprint;
import awssetup.slack.messages.HomeView;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The app's Home tab: all open setups for engineers, a friendly word for everybody else. Slack does
 * not say when somebody turns away from it, so tabs that were used within a day are kept up to
 * date; what has not changed is not published again, and so nothing flickers.
 */
public final class HomeTab {
  private static final Logger LOG = LoggerFactory.getLogger(HomeTab.class);
  private static final Duration LOOKED_AT = Duration.ofHours(12);

  /**
   * Of the 100 calls a minute that Slack allows for all views, updates unasked take 60 at most.
   * https://docs.slack.dev/apis/web-api/rate-limits
   */
  private static final int MOST_AT_ONCE = 10;

  private static final int TRIES = 5;

  private final SlackClient slack;
  private final HomeTabs tabs;
  private final Worklist worklist;
  private final Access access;
  private final HomeView view;
  private final Supplier<Duration> behind;
  private final InstantSource clock;

  /**
   * @param behind how long what is to be said waits already
   */
  public HomeTab(
      SlackClient slack,
      HomeTabs tabs,
      Worklist worklist,
      Access access,
      HomeView view,
      Supplier<Duration> behind,
      InstantSource clock) {
    this.slack = slack;
    this.tabs = tabs;
    this.worklist = worklist;
    this.access = access;
    this.view = view;
    this.behind = behind;
    this.clock = clock;
  }

  /** Somebody has opened it. */
  public void open(UserId reader) {
    Access.Verdict may = access.may(Action.READ_HOME, reader);
    if (may == Access.Verdict.YES) {
      publish(tabs.open(reader, clock.instant()));
    } else {
      tabs.close(reader);
      publish(
          reader,
          may == Access.Verdict.UNKNOWN ? view.askAgain() : view.notForYou(),
          Optional.empty());
    }
  }

  /** What somebody asked for; done once Slack shows what they asked for last. */
  void publish(HomeTabs.Tab asked) {
    HomeTabs.Tab tab = asked;
    for (int i = 0; i < TRIES; i++) {
      List<LayoutBlock> blocks = blocks(tab);
      String hash = publish(tab.reader(), blocks, Optional.empty());
      if (tabs.published(tab, Fingerprint.of(blocks), hash, clock.instant())) {
        return;
      }
      Optional<HomeTabs.Tab> now = tabs.find(tab.reader());
      if (now.isEmpty()) {
        return;
      }
      tab = now.get();
    }
  }

  /** Brings up to date what engineers have in front of them. */
  public void refresh() {
    int published = 0;
    for (HomeTabs.Tab tab : tabs.usedSince(clock.instant().minus(LOOKED_AT))) {
      try {
        published += refresh(tab) ? 1 : 0;
      } catch (SlackRefused e) {
        // Mostly that the reader has turned to another page just now, which is published already.
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
    Access.Verdict may = access.may(Action.READ_HOME, tab.reader());
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
    tabs.published(tab, fingerprint, hash, clock.instant());
    return true;
  }

  private List<LayoutBlock> blocks(HomeTabs.Tab tab) {
    Instant now = clock.instant();
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
   * @param over replaces this view only, and is refused where another one is shown
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
