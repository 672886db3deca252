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
  private final String partner;

  HomeTab(SlackApi slack, Setups setups, Access access, Overview overview, String partner) {
    this.slack = slack;
    this.setups = setups;
    this.access = access;
    this.overview = overview;
    this.partner = partner;
  }

  void publish(UserId reader) {
    View view = View.builder().type("home").blocks(blocks(reader)).build();
    slack.call("views.publish", m -> m.viewsPublish(r -> r.userId(reader.value()).view(view)));
  }

  private List<LayoutBlock> blocks(UserId reader) {
    if (access.may(Deed.READ_HOME, reader) != Access.Verdict.YES) {
      return List.of(
          Kit.section(
              "Hello! This page is for engineers of "
                  + Text.escape(partner)
                  + ". Your own setup has a card in the channel that we share, with everything there is to do."));
    }
    List<Setup> open = new ArrayList<>();
    setups.forEachOpen(open::add);
    return overview.status(
        "All open setups",
        open,
        "There are none. Type `/aws-setup` in a customer's channel to start one.");
  }
}
