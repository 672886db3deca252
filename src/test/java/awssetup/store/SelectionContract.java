package awssetup.store;

import static awssetup.store.Samples.ACME;
import static awssetup.store.Samples.ACME_AWS;
import static awssetup.store.Samples.GLOBEX;
import static awssetup.store.Samples.GLOBEX_AWS;
import static awssetup.store.Samples.NOW;
import static awssetup.store.Samples.details;
import static awssetup.store.Samples.ended;
import static awssetup.store.Samples.invited;
import static awssetup.store.Samples.unwanted;
import static awssetup.testkit.People.Ids.ERIN;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.ports.Setups.Watched;
import awssetup.setup.AuditEvent;
import awssetup.setup.Ending;
import awssetup.setup.MessageTs;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.TransferStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The right setups are found: in a channel, for people, for the sweep, for the watch. */
abstract class SelectionContract extends StoreContract {

  @Test
  void a_channel_knows_its_open_setups_and_its_newest_one() {
    setups.create(Samples.start(GLOBEX, ACME_AWS, NOW.plusSeconds(1)), NOW);
    setups.create(Samples.start(ACME, ACME_AWS, NOW), NOW);
    SetupId newest = SetupId.random();
    setups.create(Samples.start(newest, ACME_AWS, NOW.plusSeconds(2)), NOW);
    setups.create(Samples.start(SetupId.random(), GLOBEX_AWS, NOW.plusSeconds(3)), NOW);
    edited(newest, ended(Ending.Outcome.COMPLETED));

    assertThat(setups.openIn(ACME_AWS)).extracting(Setup::id).containsExactly(ACME, GLOBEX);
    assertThat(setups.newestIn(ACME_AWS)).map(Setup::id).contains(newest);
  }

  @Test
  void a_moved_channel_takes_its_setups_and_drafts_along() {
    started(ACME, ACME_AWS);
    SetupId drafted = SetupId.random();
    setups.draft(drafted, ACME_AWS, ERIN, NOW);
    started(GLOBEX, GLOBEX_AWS);
    SetupId former = SetupId.random();
    started(former, ACME_AWS);
    edited(former, ended(Ending.Outcome.CANCELLED));
    var shared = new awssetup.setup.ChannelId("C0SHARED");

    assertThat(setups.moveChannel(ACME_AWS, shared, NOW)).isEqualTo(2);

    assertThat(setups.openIn(ACME_AWS)).isEmpty();
    assertThat(setups.openIn(shared)).extracting(Setup::id).containsExactly(ACME);
    assertThat(setups.find(former).orElseThrow().channel()).isEqualTo(shared);
    assertThat(setups.find(ACME).orElseThrow().version()).isEqualTo(2);
    assertThat(setups.draftedIn(drafted, ERIN)).contains(shared);
    assertThat(setups.history(ACME))
        .last()
        .isEqualTo(
            new AuditEvent(
                NOW, Optional.empty(), AuditEvent.Kind.CHANNEL_MOVED, Optional.of("C0SHARED")));
    assertThat(setups.openIn(GLOBEX_AWS)).hasSize(1);
    assertThat(setups.moveChannel(ACME_AWS, shared, NOW)).isZero();
  }

  @Test
  void all_setups_and_all_events_are_read_in_order_over_many_pages() {
    List<SetupId> ids = startMany(230);
    edited(ids.get(7), ended(Ending.Outcome.CANCELLED));
    setups.change(ids.get(7), Samples.audited(AuditEvent.Kind.REMINDED, "x"), NOW);
    List<SetupId> read = new ArrayList<>();
    setups.forEach(setup -> read.add(setup.id()));
    assertThat(read).containsExactlyElementsOf(ids);

    List<AuditEvent> events = new ArrayList<>();
    List<SetupId> of = new ArrayList<>();
    setups.forEachEvent(
        (id, event) -> {
          of.add(id);
          events.add(event);
        });
    assertThat(events).hasSize(231);
    assertThat(of).isSortedAccordingTo(Comparator.comparing(SetupId::value)).containsAll(ids);
    int cancelled = of.indexOf(ids.get(7));
    assertThat(events.subList(cancelled, cancelled + 2)).isEqualTo(setups.history(ids.get(7)));
  }

  @Test
  void all_open_setups_are_read_oldest_first_over_many_pages() {
    List<SetupId> ids = startMany(230);
    List<SetupId> read = new ArrayList<>();
    setups.forEachOpen(setup -> read.add(setup.id()));
    assertThat(read).containsExactlyElementsOf(ids);

    List<SetupId> unsettled = new ArrayList<>();
    setups.forEachUnsettled(unsettled::add);
    assertThat(unsettled).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void no_connection_is_held_while_setups_are_handed_out() {
    started(ACME);
    List<SetupId> read = new ArrayList<>();
    readDeeply(20, read);
    assertThat(read).hasSize(40);
  }

  /** Nests more calls than the pool has connections. */
  private void readDeeply(int depth, List<SetupId> read) {
    if (depth > 0) {
      setups.forEachOpen(
          setup -> {
            read.add(setup.id());
            setups.forEachUnsettled(
                id -> {
                  read.add(id);
                  readDeeply(depth - 1, read);
                });
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TransferStatus.class)
  void transfers_are_watched_while_a_setup_depends_on_them(TransferStatus status) {
    started(ACME);
    edited(ACME, details(null).andThen(invited(Optional.of(TransferStatus.REQUESTED))));
    edited(ACME, invited(Optional.of(status)));
    Watched watched = new Watched(ACME, "rt-" + ACME + 2, status);
    boolean live =
        switch (status) {
          case REQUESTED, ACCEPTED, UNKNOWN -> true;
          case DECLINED, CANCELED, EXPIRED, WITHDRAWN -> false;
        };
    assertThat(setups.watched()).isEqualTo(live ? List.of(watched) : List.of());

    edited(ACME, ended(Ending.Outcome.CANCELLED).andThen(unwanted(Optional.empty())));
    boolean open = status == TransferStatus.REQUESTED || status == TransferStatus.UNKNOWN;
    assertThat(setups.watched()).isEqualTo(open ? List.of(watched) : List.of());
    assertThat(unsettled()).isEqualTo(open ? List.of(ACME) : List.of());
  }

  @Test
  void transfers_are_watched_in_the_order_of_their_ids() {
    started(GLOBEX);
    started(ACME);
    assertThat(setups.watched()).isEmpty();
    edited(GLOBEX, details(null).andThen(invited(Optional.of(TransferStatus.REQUESTED))));
    edited(ACME, details(null).andThen(invited(Optional.of(TransferStatus.ACCEPTED))));
    assertThat(setups.watched()).extracting(Watched::setup).containsExactly(ACME, GLOBEX);
    edited(ACME, ended(Ending.Outcome.COMPLETED));
    assertThat(setups.watched()).extracting(Watched::setup).containsExactly(GLOBEX);
  }

  @Test
  void an_ended_setup_is_unsettled_while_an_attempt_may_have_reached_aws() {
    Consumer<Setup.Facts> cancelled =
        details(null)
            .andThen(invited(Optional.empty()))
            .andThen(ended(Ending.Outcome.CANCELLED))
            .andThen(unwanted(Optional.of(NOW)));
    started(ACME);
    edited(ACME, cancelled);
    assertThat(unsettled()).containsExactly(ACME);
    edited(ACME, unwanted(Optional.empty()));
    assertThat(unsettled()).isEmpty();
  }

  @Test
  void an_ended_setup_is_unsettled_while_it_owes_a_message() {
    started(ACME);
    edited(ACME, ended(Ending.Outcome.COMPLETED));
    List<SetupId> unsettled = new ArrayList<>();
    setups.forEachUnsettled(unsettled::add);
    assertThat(unsettled).containsExactly(ACME);
  }

  /** The unsettled ones once every message has been posted. */
  private List<SetupId> unsettled() {
    for (SetupId id : List.of(ACME, GLOBEX)) {
      outbox
          .owed(id)
          .forEach(m -> outbox.posted(m.key(), new MessageTs("1.000100"), Optional.empty()));
    }
    List<SetupId> unsettled = new ArrayList<>();
    setups.forEachUnsettled(unsettled::add);
    return unsettled;
  }

  private List<SetupId> startMany(int count) {
    List<SetupId> ids = IntStream.range(0, count).mapToObj(i -> SetupId.random()).toList();
    database.inTransaction(
        () ->
            IntStream.range(0, count)
                .forEach(
                    i ->
                        setups.create(
                            Samples.start(ids.get(i), ACME_AWS, NOW.plusMillis(i)), NOW)));
    return ids;
  }
}
