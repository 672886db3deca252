package awssetup.store;

import static awssetup.store.Samples.NOW;
import static awssetup.testkit.People.Ids.ERIN;
import static awssetup.testkit.People.Ids.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.ports.HomeTabs.Tab;
import awssetup.ports.Worklist.Filter;
import awssetup.setup.Urgency;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeps what each reader of the Home tab has chosen, and ignores older publications. */
abstract class HomeTabsContract extends StoreContract {
  private static final Filter MINE = new Filter(Optional.of(Urgency.EXPIRING), Optional.of(ERIN));

  private StoredHomeTabs tabs;

  @BeforeEach
  void openTabs() {
    tabs = new StoredHomeTabs(database);
  }

  @Test
  void a_tab_that_is_opened_again_keeps_its_filter_and_begins_at_its_first_page() {
    assertThat(tabs.find(ERIN)).isEmpty();
    assertThat(tabs.open(ERIN, NOW)).isEqualTo(tab(1, Filter.ALL, 0));
    assertThat(tabs.show(ERIN, MINE, 3, NOW)).isEqualTo(tab(2, MINE, 3));
    assertThat(tabs.open(ERIN, NOW)).isEqualTo(tab(3, MINE, 0));
    assertThat(tabs.find(ERIN)).contains(tab(3, MINE, 0));
  }

  @Test
  void a_press_counts_even_if_the_tab_was_never_opened() {
    assertThat(tabs.show(ERIN, MINE, 3, NOW)).isEqualTo(tab(1, MINE, 3));
  }

  @Test
  void a_publication_of_an_earlier_version_does_not_count() {
    Tab first = tabs.open(ERIN, NOW);
    Tab second = tabs.show(ERIN, MINE, 0, NOW);
    assertThat(tabs.published(first, "old", "h1", NOW)).isFalse();
    assertThat(tabs.find(ERIN).orElseThrow().fingerprint()).isEmpty();
    assertThat(tabs.published(second, "new", "h2", NOW)).isTrue();
    Tab shown = tabs.find(ERIN).orElseThrow();
    assertThat(shown.fingerprint()).contains("new");
    assertThat(shown.hash()).contains("h2");
  }

  @Test
  void the_tabs_in_use_are_found_those_published_longest_ago_first() {
    Tab erins = tabs.open(ERIN, NOW.minusSeconds(10));
    Tab sams = tabs.open(SAM, NOW);
    tabs.published(erins, "f", "h", NOW);
    tabs.published(sams, "f", "h", NOW.minusSeconds(5));
    assertThat(tabs.usedSince(NOW.minusSeconds(10)))
        .extracting(Tab::reader)
        .containsExactly(SAM, ERIN);
    assertThat(tabs.usedSince(NOW)).extracting(Tab::reader).containsExactly(SAM);
    tabs.close(SAM);
    assertThat(tabs.usedSince(NOW)).isEmpty();
    assertThat(tabs.published(sams, "f", "h", NOW)).isFalse();
  }

  private static Tab tab(long version, Filter filter, int page) {
    return new Tab(ERIN, version, filter, page, Optional.empty(), Optional.empty());
  }
}
