package awssetup.store;

import static awssetup.store.Samples.ACME;
import static awssetup.store.Samples.ACME_AWS;
import static awssetup.store.Samples.GLOBEX;
import static awssetup.store.Samples.NOW;
import static awssetup.store.Samples.account;
import static awssetup.store.Samples.details;
import static awssetup.store.Samples.ended;
import static awssetup.store.Samples.invited;
import static awssetup.testkit.People.Ids.CARLA;
import static awssetup.testkit.People.Ids.ERIN;
import static awssetup.testkit.People.Ids.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.ports.Worklist;
import awssetup.ports.Worklist.Filter;
import awssetup.setup.AccountId;
import awssetup.setup.Actor;
import awssetup.setup.Change;
import awssetup.setup.Ending;
import awssetup.setup.Invitation;
import awssetup.setup.PreparationItem;
import awssetup.setup.ReminderHistory;
import awssetup.setup.Setup;
import awssetup.setup.SetupId;
import awssetup.setup.SetupStatus;
import awssetup.setup.StepKey;
import awssetup.setup.TargetAccount;
import awssetup.setup.TransferStatus;
import awssetup.setup.Urgency;
import awssetup.setup.UserId;
import awssetup.setup.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database sorts, counts and pages the open setups as the domain would, at every moment. */
abstract class WorklistContract extends StoreContract {
  private static final Comparator<Setup> BY_ID = Comparator.comparing(s -> s.id().value());

  private StoredWorklist worklist;
  private int accounts;

  @BeforeEach
  void openWorklist() {
    worklist = new StoredWorklist(database);
  }

  @Test
  void the_list_is_in_the_order_that_the_domain_gives_it_whenever_it_is_read() {
    List<Setup> all = manySetups();
    for (int day = 0; day <= 25; day++) {
      Instant at = NOW.plus(Duration.ofDays(day));
      List<Setup> expected = new ArrayList<>(all);
      expected.sort(
          Comparator.comparing((Setup s) -> Waiting.of(s, at).orElseThrow().urgency(at))
              .thenComparing(s -> place(Waiting.of(s, at).orElseThrow(), at))
              .thenComparing(BY_ID));
      Worklist.Page page = worklist.page(Filter.ALL, 0, 1000, at);
      assertThat(page.setups()).as("day " + day).extracting(Setup::id).isEqualTo(ids(expected));
      assertThat(page.total()).isEqualTo(all.size());
      assertThat(page.counts()).isEqualTo(counts(all, at));
    }
  }

  /** Among equals, the longest wait or the nearest deadline comes first. */
  private static Instant place(Waiting waiting, Instant at) {
    return waiting.urgency(at) == Urgency.EXPIRING
        ? waiting.deadline().orElseThrow()
        : waiting.since();
  }

  @Test
  void pages_follow_one_another_without_a_gap() {
    manySetups();
    List<SetupId> whole = ids(worklist.page(Filter.ALL, 0, 1000, NOW).setups());
    List<SetupId> pages = new ArrayList<>();
    for (int from = 0; from < whole.size(); from += 7) {
      pages.addAll(ids(worklist.page(Filter.ALL, from, 7, NOW).setups()));
    }
    assertThat(pages).isEqualTo(whole);
    assertThat(worklist.page(Filter.ALL, 1000, 7, NOW).setups()).isEmpty();
  }

  @Test
  void a_filter_shows_what_it_names_and_counts_the_owners_whole_list() {
    List<Setup> all = manySetups();
    for (UserId owner : List.of(ERIN, SAM)) {
      List<Setup> theirs = all.stream().filter(s -> s.startedBy().equals(owner)).toList();
      for (Urgency urgency : Urgency.values()) {
        Worklist.Page page =
            worklist.page(new Filter(Optional.of(urgency), Optional.of(owner)), 0, 1000, NOW);
        assertThat(page.setups())
            .extracting(Setup::id)
            .containsExactlyInAnyOrderElementsOf(
                ids(theirs.stream().filter(s -> urgency(s, NOW) == urgency).toList()));
        assertThat(page.total()).isEqualTo(page.setups().size());
        assertThat(page.counts()).isEqualTo(counts(theirs, NOW));
      }
    }
    assertThat(worklist.owners()).containsExactly(ERIN, SAM);
  }

  @Test
  void an_ended_setup_is_not_on_the_list() {
    started(ACME);
    started(GLOBEX);
    edited(ACME, ended(Ending.Outcome.COMPLETED));
    assertThat(worklist.page(Filter.ALL, 0, 10, NOW).setups())
        .extracting(Setup::id)
        .containsExactly(GLOBEX);
    edited(GLOBEX, ended(Ending.Outcome.CANCELLED));
    assertThat(worklist.page(Filter.ALL, 0, 10, NOW))
        .isEqualTo(new Worklist.Page(List.of(), Map.of(), 0));
    assertThat(worklist.owners()).isEmpty();
    assertThat(worklist.queues()).isEmpty();
  }

  @Test
  void queues_say_how_many_setups_wait_for_each_actor_and_how_long() {
    setups.create(Samples.start(ACME, ACME_AWS, NOW), NOW);
    setups.create(Samples.start(GLOBEX, ACME_AWS, NOW.minusSeconds(60)), NOW);
    SetupId reviewable = SetupId.random();
    started(reviewable);
    edited(reviewable, toReview());
    assertThat(worklist.queues())
        .containsExactlyInAnyOrder(
            new Worklist.Queue(StepKey.DETAILS, Actor.CUSTOMER, 2, NOW.minusSeconds(60)),
            new Worklist.Queue(StepKey.INVITATION, Actor.ENGINEER, 1, NOW));
  }

  @Test
  void setups_of_an_older_version_are_added_at_the_start() {
    List<Setup> all = manySetups();
    started(ACME);
    edited(ACME, ended(Ending.Outcome.COMPLETED));
    List<SetupId> before = ids(worklist.page(Filter.ALL, 0, 1000, NOW).setups());
    sql("DELETE FROM worklist");
    worklist.complete(NOW);
    worklist.complete(NOW);
    assertThat(before).hasSize(all.size());
    assertThat(ids(worklist.page(Filter.ALL, 0, 1000, NOW).setups())).isEqualTo(before);
  }

  /** In every state that differs in urgency, of two owners, begun and due at different times. */
  private List<Setup> manySetups() {
    List<Setup> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(setup(i, f -> {}));
      all.add(setup(i, details(null)));
      all.add(setup(i, toReview()));
      all.add(setup(i, toReview().andThen(invited(Optional.empty()))));
      all.add(setup(i, toReview().andThen(askedToApprove(NOW.plus(Duration.ofDays(4L * i))))));
      all.add(setup(i, toReview().andThen(invited(Optional.of(TransferStatus.DECLINED)))));
      Setup silent = setup(i, details(null));
      all.add(edited(silent.id(), escalated(silent)));
    }
    return all;
  }

  private Setup setup(int i, Consumer<Setup.Facts> edit) {
    SetupId id = SetupId.random();
    Instant startedAt = NOW.minus(Duration.ofHours(7L * i));
    Change start = Samples.start(id, ACME_AWS, startedAt);
    setups.create(start, startedAt);
    return edited(
        id,
        edit.andThen(
            f -> {
              f.startedBy = i % 3 == 2 ? SAM : ERIN;
              f.details =
                  f.details.map(
                      d ->
                          new awssetup.setup.Details(
                              d.rootEmail(),
                              d.accountName(),
                              d.contact(),
                              d.supportPlan(),
                              d.aliasDoubted(),
                              CARLA,
                              startedAt.plusSeconds(i)));
            }));
  }

  private Consumer<Setup.Facts> toReview() {
    AccountId id = new AccountId(String.format("%012d", ++accounts));
    return details(null)
        .andThen(account(id))
        .andThen(
            f -> {
              f.account = Optional.of(new TargetAccount(id, CARLA, f.startedAt));
              f.prepared = EnumSet.allOf(PreparationItem.class);
              f.preparedAt = Optional.of(f.startedAt);
            });
  }

  private static Consumer<Setup.Facts> askedToApprove(Instant deadline) {
    return invited(Optional.of(TransferStatus.REQUESTED))
        .andThen(
            f ->
                f.invitation =
                    f.invitation.map(
                        i ->
                            new Invitation(
                                i.review(),
                                i.attemptedAt(),
                                i.sent()
                                    .map(
                                        s ->
                                            new Invitation.Sent(
                                                s.handshakeId(),
                                                s.transferId(),
                                                s.at(),
                                                Optional.of(deadline),
                                                NOW.plus(Duration.ofDays(60)),
                                                s.found(),
                                                s.status(),
                                                s.statusAt())),
                                i.refusal(),
                                i.trouble(),
                                i.retryAt(),
                                i.cancelAskedAt())));
  }

  private static Consumer<Setup.Facts> escalated(Setup setup) {
    return f ->
        f.reminderHistory =
            new ReminderHistory(
                SetupStatus.of(setup, NOW).turn(),
                4,
                4,
                Optional.of(NOW),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(NOW));
  }

  private static Urgency urgency(Setup setup, Instant at) {
    return Waiting.of(setup, at).orElseThrow().urgency(at);
  }

  private static Map<Urgency, Integer> counts(List<Setup> setups, Instant at) {
    return setups.stream()
        .collect(Collectors.groupingBy(s -> urgency(s, at), Collectors.summingInt(s -> 1)));
  }

  private static List<SetupId> ids(List<Setup> setups) {
    return setups.stream().map(Setup::id).toList();
  }
}
