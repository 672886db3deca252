package awssetup.ports;

import awssetup.setup.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who looks at the Home tab, and at what: kept, so that it can be brought up to date by itself. */
public interface HomeTabs {

  /**
   * What a reader wants to see, and what Slack was last given for it.
   *
   * @param version grows whenever the reader asks for something else
   * @param fingerprint of the view that was published; empty before the first
   * @param hash Slack's own name for that view, by which it refuses to replace another one
   */
  record Tab(
      UserId reader,
      long version,
      Worklist.Filter filter,
      int page,
      Optional<String> fingerprint,
      Optional<String> hash) {}

  /** Somebody opens the tab: filtered as they left it, from its first page on. */
  Tab open(UserId reader, Instant now);

  /** Somebody asks for other setups, or for another page of them. */
  Tab show(UserId reader, Worklist.Filter filter, int page, Instant now);

  /** What a reader wants to see; empty for those who never opened it. */
  Optional<Tab> find(UserId reader);

  /**
   * Slack shows this.
   *
   * @return false if the reader has asked for something else meanwhile
   */
  boolean published(Tab tab, String fingerprint, String hash, Instant now);

  /** The tabs used since a moment, those first that were published longest ago. */
  List<Tab> usedSince(Instant moment);

  /** Nobody looks there any more. */
  void close(UserId reader);
}
