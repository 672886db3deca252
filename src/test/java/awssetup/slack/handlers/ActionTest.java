package awssetup.slack.handlers;

import static awssetup.testkit.People.GLOBEX;
import static awssetup.testkit.People.OTTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awssetup.sandbox.slack.world.Member;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInWorkspace;
import awssetup.setup.CardAction;
import awssetup.slack.handlers.Action.Surface;
import awssetup.slack.handlers.Action.Who;
import awssetup.slack.handlers.Caller.Answer;
import awssetup.slack.handlers.Caller.Signing;
import awssetup.slack.messages.CardButtons;
import awssetup.slack.words.Ids;
import awssetup.testkit.People;
import com.google.gson.JsonObject;
import com.slack.api.bolt.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the whole table of actions with everyone who might try, through HTTP: what is allowed
 * works, everything else is answered politely and leaves the database as it was.
 */
class ActionTest {
  private static final String VIC = "U0VISITOR";

  /** Who tries, from where, and how the request is signed. */
  enum Who {
    ENGINEER(People.ERIN, true, Signing.BY_SLACK),
    SECOND_ENGINEER(People.SAM, true, Signing.BY_SLACK),
    GUEST(People.GINA, true, Signing.BY_SLACK),
    CUSTOMER(People.CARLA, true, Signing.BY_SLACK),
    CUSTOMER_OF_ANOTHER_CHANNEL(OTTO, false, Signing.BY_SLACK),
    GUEST_OF_ANOTHER_CHANNEL(VIC, false, Signing.BY_SLACK),
    NOBODY_UNSIGNED(People.ERIN, true, Signing.NONE),
    NOBODY_WITH_A_WRONG_SIGNATURE(People.ERIN, true, Signing.WRONG);

    final String user;
    final boolean inChannel;
    final Signing signing;

    Who(String user, boolean inChannel, Signing signing) {
      this.user = user;
      this.inChannel = inChannel;
      this.signing = signing;
    }

    /** The table, read once more by hand: this test must not ask the code what is right. */
    boolean may(Action action) {
      boolean engineer = this == ENGINEER || this == SECOND_ENGINEER;
      return signing == Signing.BY_SLACK
          && switch (action.by()) {
            case ENGINEER -> engineer;
            case MEMBER -> engineer || this == GUEST || this == CUSTOMER;
            case ANYONE, SLACK -> true;
          };
    }
  }

  @TempDir static Path directory;
  private static Caller caller;
  private static final Map<Action, Case> UNTOUCHED = new EnumMap<>(Action.class);
  private static int cases;

  /** A channel of its own, and the setup in it, if there is one. */
  private record Case(String channel, String id) {}

  @BeforeAll
  static void open() {
    caller = new Caller(directory, Map.of());
    StandInWorkspace slack = caller.slack.workspace();
    slack.put(Member.of(VIC, slack.home(), "Vic Visitor", "UTC", Member.Kind.GUEST, "#7a6a00"));
    slack.put(slack.channel(GLOBEX).joinedBy(VIC));
  }

  @AfterAll
  static void close() {
    caller.close();
  }

  static Stream<Arguments> everything() {
    return Arrays.stream(Action.values())
        .flatMap(action -> Arrays.stream(Who.values()).map(who -> Arguments.of(action, who)));
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("everything")
  void only_people_that_the_table_allows_can_do_it(Action action, Who who) {
    if (who.may(action)) {
      Case fresh = prepare(action, who);
      String before = caller.stored();
      int modals = caller.opened().size();
      works(action, who, fresh, enact(action, who, fresh), before, modals);
    } else {
      Case shared = UNTOUCHED.computeIfAbsent(action, d -> prepare(d, Who.ENGINEER));
      String before = caller.stored();
      int modals = caller.opened().size();
      Answer answer = enact(action, who, shared);
      if (action.surface() == Surface.HOME && who.signing == Signing.BY_SLACK) {
        // Only engineers are ever shown such a button; others are told nothing.
        assertThat(answer).isEqualTo(new Answer(200, "", ""));
      } else if (who.signing == Signing.BY_SLACK) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(no(action, who, answer))
            .containsAnyOf(
                "engineers of SoftwareOne", "no longer in this channel", "can no longer reach");
      } else {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("Acme", "Exception", "\tat ");
      }
      assertThat(caller.opened()).hasSize(modals);
      assertThat(caller.stored()).isEqualTo(before);
    }
  }

  /** What a person is told who may not do this. */
  private static String no(Action action, Who who, Answer answer) {
    return switch (action.surface()) {
      case SUBCOMMAND, MODAL -> answer.words();
      case BUTTON -> caller.told();
      case HOME -> throw new IllegalArgumentException(action + " is not answered");
      case EVENT -> home(who.user, "engineers of SoftwareOne");
    };
  }

  private static Case prepare(Action action, Who who) {
    String channel = "C0CASE" + cases++;
    StandInChannel acme = caller.slack.workspace().channel(People.ACME);
    caller.slack.workspace().put(acme.joinedBy(People.GINA).renumbered(channel));
    String id =
        switch (action) {
          case SUBMIT_START -> caller.drafted(who.user, channel);
          case SUBMIT_NEW_ACCOUNT_DETAILS, SWITCH_TO_TRANSFER ->
              caller.started(channel, "new_account");
          case REPORT_ACCOUNT, SUBMIT_ACCOUNT_READY -> caller.withDetails(channel, "new_account");
          case REVIEW_INVITATION, SUBMIT_REVIEW -> caller.withDetails(channel, "transfer_billing");
          case CHECK_NOW -> caller.reviewed(channel);
          case FORGET, FORGET_THIS, PICK_FORGET -> caller.cancelled(channel);
          default -> caller.started(channel, "transfer_billing");
        };
    return new Case(channel, id);
  }

  private static Answer enact(Action action, Who who, Case at) {
    String channel = who.inChannel ? at.channel : GLOBEX;
    return switch (action.surface()) {
      case SUBCOMMAND -> caller.command(who.user, channel, action.names().get(0), who.signing);
      case BUTTON ->
          caller.press(
              who.user, channel, action.names().get(0), at.id, choice(action, at), who.signing);
      case HOME ->
          caller.pressAtHome(
              who.user, action.names().get(0), value(action, at), choice(action, at), who.signing);
      case MODAL ->
          caller.submit(
              who.user,
              action.names().get(0),
              at.id,
              fields(action),
              action == Action.SUBMIT_REVIEW ? Caller.shown(caller.account(at.id)) : List.of(),
              who.signing);
      case EVENT -> caller.event(event(action, who, at), who.signing);
    };
  }

  private static String choice(Action action, Case at) {
    return switch (action) {
      case SNOOZE -> "3";
      case PICK_REMIND, PICK_CANCEL, PICK_FORGET -> at.id;
      case HOME_STATE -> "CUSTOMER";
      case HOME_ROW -> "CANCEL:" + at.id;
      default -> null;
    };
  }

  private static String value(Action action, Case at) {
    return switch (action) {
      case HOME_WHOSE -> "mine";
      case HOME_PREVIOUS, HOME_NEXT -> "3";
      default -> at.id;
    };
  }

  private static Map<String, ?> fields(Action action) {
    return switch (action) {
      case SUBMIT_START -> Map.of("option", "new_account", "customer_name", "Acme Robotics");
      case SUBMIT_TRANSFER_DETAILS -> caller.transferDetails();
      case SUBMIT_NEW_ACCOUNT_DETAILS -> caller.newAccountDetails();
      case SUBMIT_ACCOUNT_READY -> Map.of("account_id", caller.newAccount());
      case SUBMIT_REVIEW -> Caller.reviewFields();
      case SUBMIT_CANCEL -> Map.of("reason", "they changed their mind");
      default -> throw new IllegalArgumentException(action + " has no fields");
    };
  }

  private static Map<String, ?> event(Action action, Who who, Case at) {
    String type = action.names().get(0);
    return switch (action) {
      case READ_HOME ->
          Map.of("type", type, "user", who.user, "channel", "D0", "tab", "home", "event_ts", "1.2");
      case CHANNEL_MOVED ->
          Map.of("type", type, "old_channel_id", at.channel, "new_channel_id", at.channel + "NEW");
      case CHANNEL_CLOSED, CHANNEL_BACK ->
          Map.of("type", type, "channel", at.channel, "user", who.user, "event_ts", "1.2");
      default -> throw new IllegalArgumentException(action + " is no event");
    };
  }

  private static void works(
      Action action, Who who, Case at, Answer answer, String before, int modals) {
    assertThat(answer.status()).isEqualTo(200);
    switch (action) {
      case START -> {
        assertThat(caller.stored()).isNotEqualTo(before);
        opens("start_setup", modals);
      }
      case STATUS -> assertThat(answer.words()).contains("Acme Robotics");
      case HISTORY -> assertThat(answer.words()).contains("History of Acme Robotics");
      case HELP -> assertThat(answer.words()).contains("/aws-setup transfer");
      case REMIND -> {
        assertThat(answer.words()).contains("goes out now");
        assertThat(caller.version(at.id)).isEqualTo(2);
      }
      case EXPORT -> {
        assertThat(answer.words()).contains("you get it in a direct message");
        assertThat(caller.stored()).isEqualTo(before);
      }
      case FORGET -> assertThat(answer.words()).contains("This erases the people");
      case FORGET_THIS, PICK_FORGET -> {
        told("are erased", at, 3);
        assertThat(caller.one("SELECT forgotten_at FROM setups WHERE id = '" + at.id + "'"))
            .isNotNull();
      }
      case HOME_STATE -> homeShows(who, "urgency", "customer");
      case HOME_OWNER -> homeShows(who, "owner", "null");
      case HOME_WHOSE -> homeShows(who, "owner", who.user);
      case HOME_PREVIOUS, HOME_NEXT -> homeShows(who, "page", "3");
      case CANCEL, PICK_CANCEL, HOME_ROW -> opens("cancel_setup", modals);
      case ENTER_DETAILS -> opens("transfer_details", modals);
      case REPORT_ACCOUNT -> opens("account_ready", modals);
      case REVIEW_INVITATION -> opens("review_invitation", modals);
      case CHECK_NOW -> told("Checking AWS now", at, 4);
      case SNOOZE -> told("No reminders until <!date^", at, 2);
      case SWITCH_TO_NEW -> told("continues as *New AWS account*", at, 2);
      case SWITCH_TO_TRANSFER -> told("continues as *Transfer billing*", at, 2);
      case PICK_REMIND -> told("goes out now", at, 2);
      case OPEN_INVITATION, OPEN_BOOTSTRAP -> {
        assertThat(answer.body()).isEmpty();
        assertThat(caller.stored()).isEqualTo(before);
      }
      case SUBMIT_START -> submitted(answer, at, 1);
      case SUBMIT_TRANSFER_DETAILS, SUBMIT_NEW_ACCOUNT_DETAILS, SUBMIT_CANCEL ->
          submitted(answer, at, 2);
      case SUBMIT_ACCOUNT_READY, SUBMIT_REVIEW -> submitted(answer, at, 3);
      case READ_HOME -> home(who.user, "Acme Robotics");
      case CHANNEL_MOVED ->
          assertThat(caller.one("SELECT channel FROM setups WHERE id = '" + at.id + "'"))
              .isEqualTo(at.channel + "NEW");
      case CHANNEL_CLOSED -> assertThat(caller.version(at.id)).isEqualTo(2);
      case CHANNEL_BACK -> assertThat(caller.stored()).isEqualTo(before);
    }
  }

  private static void opens(String callbackId, int before) {
    List<JsonObject> opened = caller.opened();
    assertThat(opened).hasSize(before + 1);
    assertThat(opened.get(before).get("callback_id").getAsString()).isEqualTo(callbackId);
  }

  private static void told(String words, Case at, long version) {
    assertThat(caller.told()).contains(words);
    assertThat(caller.version(at.id)).isEqualTo(version);
  }

  private static void submitted(Answer answer, Case at, long version) {
    Caller.assertDone(answer);
    assertThat(caller.version(at.id)).isEqualTo(version);
  }

  private static void homeShows(Who who, String column, String value) {
    assertThat(caller.one("SELECT " + column + " FROM home_tabs WHERE reader = '" + who.user + "'"))
        .isEqualTo(value);
  }

  /** Waits for the Home tab, which is published beside the request. */
  private static String home(String user, String expected) {
    CountDownLatch there = new CountDownLatch(1);
    AutoCloseable listening =
        caller.slack.onChange(
            () -> {
              if (shown(user).contains(expected)) {
                there.countDown();
              }
            });
    try {
      assertThat(shown(user).contains(expected) || there.await(10, TimeUnit.SECONDS)).isTrue();
      listening.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return shown(user);
  }

  private static String shown(String user) {
    return caller.slack.workspace().home(user).map(JsonObject::toString).orElse("");
  }

  static Stream<Arguments> everythingAtHome() {
    return Arrays.stream(Action.values())
        .filter(action -> action.surface() == Surface.BUTTON && action.by() != Action.Who.ANYONE)
        .flatMap(action -> Arrays.stream(Who.values()).map(who -> Arguments.of(action, who)));
  }

  /** Home is in no channel and shows all setups, so being in a setup's channel does not matter. */
  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("everythingAtHome")
  void at_the_home_tab_only_engineers_do_anything(Action action, Who who) {
    boolean engineer = who == Who.ENGINEER || who == Who.SECOND_ENGINEER;
    Case at =
        engineer
            ? prepare(action, who)
            : UNTOUCHED.computeIfAbsent(action, d -> prepare(d, Who.ENGINEER));
    String before = caller.stored();
    int modals = caller.opened().size();
    Answer answer =
        caller.pressAtHome(who.user, action.names().get(0), at.id, choice(action, at), who.signing);
    assertThat(answer.status()).isEqualTo(who.signing == Signing.BY_SLACK ? 200 : 401);
    boolean something = !caller.stored().equals(before) || caller.opened().size() > modals;
    assertThat(something).isEqualTo(engineer);
  }

  /** The app that this test talks to has started, so each action has a handler. */
  @Test
  void an_app_with_an_action_that_is_not_routed_does_not_start() {
    Routes routes = new Routes().press(Action.CHECK_NOW, (action, press) -> press.ctx().ack());
    assertThatThrownBy(() -> routes.on(new App()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("HOME_ROW")
        .hasMessageNotContaining("CHECK_NOW");
  }

  @Test
  void an_action_is_routed_once_and_as_what_it_is() {
    Routes.Handler<Press> handler = (action, press) -> press.ctx().ack();
    Routes routes = new Routes().press(Action.CHECK_NOW, handler);
    assertThatThrownBy(() -> routes.press(Action.CHECK_NOW, handler))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("CHECK_NOW is routed twice");
    assertThatThrownBy(() -> routes.press(Action.SUBMIT_CANCEL, handler))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everything_that_the_card_offers_is_an_action_by_the_same_name() {
    assertThat(CardAction.values())
        .filteredOn(offer -> offer != CardAction.SWITCH_OPTION)
        .extracting(CardButtons::actionId)
        .isSubsetOf(ids(Surface.BUTTON));
    assertThat(ids(Surface.BUTTON)).contains(Ids.SWITCH_TO_NEW, Ids.SWITCH_TO_TRANSFER);
  }

  private static List<String> ids(Surface surface) {
    return Arrays.stream(Action.values())
        .filter(action -> action.surface() == surface)
        .map(Action::id)
        .toList();
  }

  @Test
  void every_request_is_routed_by_the_table() throws IOException {
    String code;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/awssetup/slack"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
      code = all.toString();
    }
    assertThat(Pattern.compile("\\.blockAction\\(").matcher(code).results()).hasSize(1);
    assertThat(Pattern.compile("\\.viewSubmission\\(").matcher(code).results()).hasSize(1);
    assertThat(Pattern.compile("bolt\\.event\\(\\s*(\\w+)Event\\.class").matcher(code).results())
        .extracting(found -> found.group(1).replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Action.values())
                .filter(action -> action.surface() == Surface.EVENT)
                .flatMap(action -> action.names().stream())
                .toList());
  }

  @Test
  void only_engineers_send_invitations_and_end_setups() {
    assertThat(
            List.of(
                Action.REVIEW_INVITATION,
                Action.SUBMIT_REVIEW,
                Action.CANCEL,
                Action.PICK_CANCEL,
                Action.SUBMIT_CANCEL,
                Action.FORGET_THIS,
                Action.PICK_FORGET))
        .allSatisfy(action -> assertThat(action.by()).isEqualTo(Action.Who.ENGINEER));
    assertThat(Action.values())
        .filteredOn(action -> action.surface() == Surface.SUBCOMMAND)
        .allSatisfy(action -> assertThat(action.by()).isEqualTo(Action.Who.ENGINEER));
    assertThat(Action.values())
        .filteredOn(action -> action.by() == Action.Who.SLACK)
        .allSatisfy(action -> assertThat(action.surface()).isEqualTo(Surface.EVENT));
  }
}
