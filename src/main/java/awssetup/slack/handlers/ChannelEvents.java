package awssetup.slack.handlers;

import awssetup.ports.Setups;
import awssetup.ports.StoreUnavailable;
import awssetup.setup.ChannelId;
import awssetup.setup.Observation;
import awssetup.setup.Setup;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.ChannelDeletedEvent;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.event.ChannelLeftEvent;
import com.slack.api.model.event.ChannelSharedEvent;
import com.slack.api.model.event.ChannelUnarchiveEvent;
import com.slack.api.model.event.ChannelUnsharedEvent;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.GroupDeletedEvent;
import com.slack.api.model.event.GroupLeftEvent;
import com.slack.api.model.event.GroupUnarchiveEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Slack tells about channels. A new id is taken over; everything else only makes the follow-up
 * look, because events come late, twice or in any order.
 */
public final class ChannelEvents {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelEvents.class);

  private final Setups setups;
  private final InstantSource clock;

  public ChannelEvents(Setups setups, InstantSource clock) {
    this.setups = setups;
    this.clock = clock;
  }

  void routeMoved(App bolt) {
    bolt.event(
        ChannelIdChangedEvent.class,
        (event, ctx) ->
            moved(event.getEvent().getOldChannelId(), event.getEvent().getNewChannelId()));
  }

  void routeClosed(App bolt) {
    bolt.event(ChannelArchiveEvent.class, (event, ctx) -> closed(event.getEvent().getChannel()));
    bolt.event(GroupArchiveEvent.class, (event, ctx) -> closed(event.getEvent().getChannel()));
    bolt.event(ChannelDeletedEvent.class, (event, ctx) -> closed(event.getEvent().getChannel()));
    bolt.event(GroupDeletedEvent.class, (event, ctx) -> closed(event.getEvent().getChannel()));
    bolt.event(ChannelLeftEvent.class, (event, ctx) -> closed(event.getEvent().getChannel()));
    bolt.event(GroupLeftEvent.class, (event, ctx) -> closed(event.getEvent().getChannel()));
    bolt.event(ChannelUnsharedEvent.class, (event, ctx) -> closed(event.getEvent().getChannel()));
  }

  void routeBack(App bolt) {
    bolt.event(ChannelUnarchiveEvent.class, (event, ctx) -> back(event.getEvent().getChannel()));
    bolt.event(GroupUnarchiveEvent.class, (event, ctx) -> back(event.getEvent().getChannel()));
    bolt.event(ChannelSharedEvent.class, (event, ctx) -> back(event.getEvent().getChannel()));
    bolt.event(MemberJoinedChannelEvent.class, (event, ctx) -> back(event.getEvent().getChannel()));
  }

  private Response moved(String oldId, String newId) {
    ChannelId from = new ChannelId(oldId);
    ChannelId to = new ChannelId(newId);
    return saved(
        () -> {
          int moved = setups.moveChannel(from, to, clock.instant());
          LOG.info("{} is {} now: {} setups moved", from, to, moved);
          tell(to, true);
        });
  }

  private Response closed(String channel) {
    return saved(() -> tell(new ChannelId(channel), false));
  }

  private Response back(String channel) {
    return saved(() -> tell(new ChannelId(channel), true));
  }

  private void tell(ChannelId channel, boolean back) {
    Stream<Setup> concerned =
        back
            ? Stream.of(setups.openIn(channel), setups.endedIn(channel))
                .flatMap(List::stream)
                .filter(setup -> setup.channelAccess().problem().isPresent())
            : setups.openIn(channel).stream();
    concerned.forEach(
        setup ->
            setups.change(setup.id(), new Observation.ChannelNews(channel, back), clock.instant()));
  }

  /** Slack repeats an event that is not acknowledged. */
  private static Response saved(Runnable saving) {
    try {
      saving.run();
      return Response.ok();
    } catch (StoreUnavailable e) {
      return Response.error(503);
    }
  }
}
