package awssetup.slack.messages;

import awssetup.ports.Worklist;
import awssetup.setup.CardAction;
import awssetup.setup.Setup;
import awssetup.setup.SetupStatus;
import awssetup.setup.Urgency;
import awssetup.setup.UserId;
import awssetup.setup.Waiting;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Ids;
import awssetup.slack.words.Words;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the Home tab shows an engineer: a page of the worklist under its headings, what to do about
 * each, and the filter. Slack takes 100 blocks and 250 kB of them; a page stays far below both.
 */
public final class HomeView {
  public static final int ROWS = 25;
  private static final Duration STEP = Duration.ofMinutes(5);
  static final String ANY = "any";
  public static final String MINE = "mine";
  static final String EVERYONES = "everybodys";

  private final Words words;
  private final WaitWords waits;

  public HomeView(Words words, WaitWords waits) {
    this.words = words;
    this.waits = waits;
  }

  /** For people who are not engineers. */
  public List<LayoutBlock> notForYou() {
    return List.of(Blocks.section(words.say("home.for_engineers")));
  }

  /** For people whose role Slack does not tell us now. */
  public List<LayoutBlock> askAgain() {
    return List.of(Blocks.section(words.say("home.ask_again")));
  }

  public List<LayoutBlock> blocks(
      Worklist.Filter filter, int page, Worklist.Page content, Duration behind, Instant now) {
    List<LayoutBlock> blocks = new ArrayList<>();
    int open = content.counts().values().stream().mapToInt(Integer::intValue).sum();
    blocks.add(Blocks.header(null, words.plain("home.title")));
    blocks.add(Blocks.context(summary(content, open)));
    behind(behind).ifPresent(blocks::add);
    blocks.add(filter(filter, content, open));
    blocks.add(Blocks.divider());
    if (content.total() == 0) {
      blocks.add(
          Blocks.section(
              words.say(open == 0 && filter.owner().isEmpty() ? "home.none" : "home.none_such")));
      return blocks;
    }
    Urgency heading = null;
    for (Setup setup : content.setups()) {
      Urgency urgency = Waiting.of(setup, now).orElseThrow().urgency(now);
      if (urgency != heading) {
        heading = urgency;
        blocks.add(
            Blocks.section(
                words.say(
                    Words.key("home.heading", urgency),
                    "count",
                    content.counts().getOrDefault(urgency, 0))));
      }
      blocks.add(row(setup, now));
    }
    blocks.addAll(pages(page, content));
    return blocks;
  }

  /** In steps of five minutes, or the tab would change all the time. */
  Optional<LayoutBlock> behind(Duration time) {
    long steps = time.plus(STEP).minusMillis(1).dividedBy(STEP);
    return time.compareTo(STEP.dividedBy(2)) < 0
        ? Optional.empty()
        : Optional.of(
            Blocks.context(words.say("home.behind", "time", words.span(STEP.multipliedBy(steps)))));
  }

  private String summary(Worklist.Page content, int open) {
    List<String> parts = new ArrayList<>();
    parts.add(words.say(open == 1 ? "home.open_one" : "home.open", "count", open));
    content
        .counts()
        .forEach(
            (urgency, count) ->
                parts.add(words.say(Words.key("home.count", urgency), "count", count)));
    return String.join("  ·  ", parts);
  }

  /** A new block for each filter: in the same one, Slack would keep what was chosen before. */
  private ActionsBlock filter(Worklist.Filter filter, Worklist.Page content, int open) {
    List<OptionObject> states = new ArrayList<>();
    states.add(Blocks.option(ANY, words.plain("home.state.any", "count", open)));
    Arrays.stream(Urgency.values())
        .map(
            urgency ->
                Blocks.option(
                    urgency.name(),
                    words.plain(
                        Words.key("home.state", urgency),
                        "count",
                        content.counts().getOrDefault(urgency, 0))))
        .forEach(states::add);
    StaticSelectElement state =
        Blocks.select(Ids.HOME_STATE, words.plain("home.state.choose"), states);
    state.setInitialOption(states.get(filter.urgency().map(u -> u.ordinal() + 1).orElse(0)));
    UsersSelectElement owner =
        UsersSelectElement.builder()
            .actionId(Ids.HOME_OWNER)
            .placeholder(Blocks.plain(words.plain("home.owner.choose")))
            .initialUser(filter.owner().map(UserId::value).orElse(null))
            .build();
    List<BlockElement> elements = new ArrayList<>(List.of(state, owner));
    elements.add(
        filter.owner().isEmpty()
            ? Blocks.button(Ids.HOME_WHOSE, words.plain("home.owner.mine"), MINE)
            : Blocks.button(Ids.HOME_WHOSE, words.plain("home.owner.everybodys"), EVERYONES));
    String id =
        "home:"
            + filter.urgency().map(Enum::name).orElse(ANY)
            + ":"
            + filter.owner().map(UserId::value).orElse(ANY);
    return Blocks.actions(id, elements);
  }

  private SectionBlock row(Setup setup, Instant now) {
    SectionBlock row = Blocks.section("home:" + setup.id(), waits.lines(setup, now));
    row.setAccessory(
        OverflowMenuElement.builder()
            .actionId(Ids.HOME_ROW)
            .options(actions(setup, SetupStatus.of(setup, now).actions()))
            .build());
    return row;
  }

  /** What an engineer may do about it; Slack takes two to five. */
  private List<OptionObject> actions(Setup setup, Set<CardAction> possible) {
    return Arrays.stream(RowAction.values())
        .filter(action -> action.isPossible(possible))
        .map(a -> Blocks.option(a.on(setup.id()), words.plain(Words.key("home.row", a))))
        .toList();
  }

  private List<LayoutBlock> pages(int page, Worklist.Page content) {
    if (content.total() <= ROWS) {
      return List.of();
    }
    int from = page * ROWS + 1;
    List<BlockElement> arrows = new ArrayList<>();
    if (page > 0) {
      arrows.add(
          Blocks.button(
              Ids.HOME_PREVIOUS, words.plain("home.previous"), Integer.toString(page - 1)));
    }
    if (page < lastPage(content.total())) {
      arrows.add(
          Blocks.button(Ids.HOME_NEXT, words.plain("home.next"), Integer.toString(page + 1)));
    }
    return List.of(
        Blocks.context(
            words.say(
                "home.page",
                "from",
                from,
                "to",
                from + content.setups().size() - 1,
                "all",
                content.total())),
        Blocks.actions("home:pages:" + page, arrows));
  }

  public static int lastPage(int total) {
    return Math.max(0, (total - 1) / ROWS);
  }
}
