package awssetup.ports;

import awssetup.setup.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who looks at which part of the Home tab, kept so that the bot can update it by itself. */
public interface HomeTabs {

  /**
   * What a reader wants to see, and what Slack was last given for it.
   *
   * @param version grows each time the reader asks for something else
   * @param fingerprint of the view that was published; empty before the first
   * @param hash Slack's own name for that view; Slack refuses to replace any other view
   */
  record Tab(
      UserId reader,
      long version,
      Worklist.Filter filter,
      int page,
      Optional<String> fingerprint,
      Optional<String> hash) {}

  /** A reader opens the tab: the first page, with the filter of the last visit. */
  Tab open(UserId reader, Instant now);

  /** A reader asks for other setups, or for another page of them. */
  Tab show(UserId reader, Worklist.Filter filter, int page, Instant now);

  /** What a reader wants to see; empty for those who never opened it. */
  Optional<Tab> find(UserId reader);

  /**
   * Slack shows this.
   *
   * @return false if the reader has asked for something else in the meantime
   */
  boolean published(Tab tab, String fingerprint, String hash, Instant now);

  /** The tabs used since a moment; those published longest ago come first. */
  List<Tab> usedSince(Instant moment);

  /** The reader can no longer open the tab. */
  void close(UserId reader);
}
