package awssetup.slack;

import awssetup.setup.Setup;
import awssetup.setup.Setups;
import awssetup.setup.UserId;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;

/** The app's Home tab: all open setups for engineers, a friendly word for everybody else. */
final class HomeTab {
  private final SlackApi slack;
  private final Setups setups;
  private final Access access;
  private final Overview overview;
  private final Words words;

  HomeTab(SlackApi slack, Setups setups, Access access, Overview overview, Words words) {
    this.slack = slack;
    this.setups = setups;
    this.access = access;
    this.overview = overview;
    this.words = words;
  }

  void publish(UserId reader) {
    View view = View.builder().type("home").blocks(blocks(reader)).build();
    slack.call("views.publish", m -> m.viewsPublish(r -> r.userId(reader.value()).view(view)));
  }

  private List<LayoutBlock> blocks(UserId reader) {
    if (access.may(Deed.READ_HOME, reader) != Access.Verdict.YES) {
      return List.of(Kit.section(words.say("home.for_engineers")));
    }
    List<Setup> open = new ArrayList<>();
    setups.forEachOpen(open::add);
    return overview.status(words.say("overview.all_open"), open, words.say("home.none"));
  }
}
