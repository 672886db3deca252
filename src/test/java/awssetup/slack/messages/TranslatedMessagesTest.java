package awssetup.slack.messages;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.ports.BootstrapRoles;
import awssetup.ports.Conversation.View;
import awssetup.sandbox.slack.blockkit.BlockKit;
import awssetup.setup.AccountId;
import awssetup.setup.ChannelProblem;
import awssetup.setup.Gallery;
import awssetup.setup.Language;
import awssetup.setup.Message;
import awssetup.setup.MessageKey;
import awssetup.setup.MessageKind;
import awssetup.setup.Notice;
import awssetup.setup.Option;
import awssetup.setup.Priority;
import awssetup.setup.Reviewers;
import awssetup.setup.Setup;
import awssetup.setup.Step;
import awssetup.setup.Topic;
import awssetup.setup.Turn;
import awssetup.slack.handlers.ForgetQuestion;
import awssetup.slack.modals.AccountReadyModal;
import awssetup.slack.modals.CancelSetupModal;
import awssetup.slack.modals.NewAccountDetailsModal;
import awssetup.slack.modals.ReviewInvitationModal;
import awssetup.slack.modals.StartSetupModal;
import awssetup.slack.modals.TransferDetailsModal;
import awssetup.slack.words.Translations;
import awssetup.slack.words.Words;
import awssetup.testkit.People;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every message about a setup, in every state and language, with the longest names that are
 * allowed: Slack accepts it, nothing is cut, and every placeholder is filled.
 */
class TranslatedMessagesTest {
  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final String LONGEST_NAME = "Acme " + "Robotics ".repeat(11).strip();
  private static final String LONGEST_PARTNER = "P".repeat(60);
  private static final BootstrapRoles ROLES =
      new BootstrapRoles() {
        @Override
        public ProbeResult probe(AccountId account) {
          throw new AssertionError("no probe is expected");
        }

        @Override
        public String externalId(AccountId account) {
          throw new AssertionError("no external ID is expected");
        }

        @Override
        public String quickCreateUrl(AccountId account) {
          return "https://console.aws.amazon.com/cloudformation/home#/stacks/quickcreate?"
              + "param_ExternalId="
              + "0123456789abcdef".repeat(4);
        }
      };

  private final Translations translations = new Translations(Language.EN, LONGEST_PARTNER);
  private final CardButtons buttons = new CardButtons(ROLES);

  /** What a setup looks like, and the language that its channel reads. */
  private record Shown(View view, Instant now) {}

  private static List<Shown> shown(Language language) {
    List<Shown> all = new ArrayList<>();
    for (Gallery.Moment moment : Gallery.everyState()) {
      Setup.Facts facts = moment.setup().facts();
      facts.language = language;
      facts.customerName = LONGEST_NAME;
      facts.orderId = Optional.of("O".repeat(60));
      Gallery.Moment translated = new Gallery.Moment(facts.toSetup(), moment.now());
      all.add(
          new Shown(
              new View(
                  translated.setup(),
                  translated.status(),
                  Optional.of(moment.now().plus(Duration.ofDays(1))),
                  Priority.NORMAL),
              moment.now()));
    }
    return all;
  }

  private static JsonElement json(Object value) {
    return GSON.toJsonTree(value);
  }

  private static void assertTaken(List<LayoutBlock> blocks) {
    assertThat(BlockKit.message(json(blocks))).as(json(blocks).toString()).isEmpty();
    assertWhole(json(blocks).toString());
  }

  /** Asserts that each placeholder has a value, no value is null, and nothing is cut off. */
  private static void assertWhole(String shown) {
    assertThat(shown.replaceAll("\\{(date_short_pretty|time)}", ""))
        .doesNotContainPattern("\\{[a-z_]+}")
        .doesNotContain("…\"", "null", "Optional");
  }

  @Test
  void the_gallery_shows_every_state_of_a_step() {
    Set<String> seen =
        Gallery.everyState().stream()
            .flatMap(moment -> moment.status().steps().stream())
            .map(step -> step.state().getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Step.State.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void slack_takes_the_card_in_every_state(Language language) {
    SetupCard card = new SetupCard(translations, buttons, Reviewers.ANOTHER_ENGINEER);
    for (Shown shown : shown(language)) {
      MessageKey key = new MessageKey(shown.view().setup().id(), MessageKind.CARD, 1);
      assertTaken(card.blocks(key, shown.view()));
      assertWhole(card.text(shown.view()));
      assertThat(card.text(shown.view())).doesNotContain("<!date");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void slack_takes_the_reminder_in_every_state(Language language) {
    ReminderWords words =
        new ReminderWords(translations, buttons, ROLES, Reviewers.ANOTHER_ENGINEER);
    int reminders = 0;
    for (Shown shown : shown(language)) {
      Optional<Turn> turn = shown.view().status().turn();
      if (turn.isPresent()) {
        MessageKey key = new MessageKey(shown.view().setup().id(), MessageKind.REMINDER, 1);
        Instant now = shown.now().plus(Duration.ofHours(30));
        assertTaken(words.blocks(key, shown.view(), turn.get(), false, now));
        assertTaken(words.blocks(key, shown.view(), turn.get(), true, now));
        reminders++;
      }
    }
    assertThat(reminders).isGreaterThan(15);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void slack_takes_every_notice_in_every_state(Language language) {
    NoticeWords words = new NoticeWords(translations, buttons);
    for (Shown shown : shown(language)) {
      for (Notice notice : Notice.values()) {
        for (MessageKind kind : List.of(MessageKind.NOTICE, MessageKind.OPS, MessageKind.DIRECT)) {
          for (String detail : details(notice)) {
            MessageKey key = new MessageKey(shown.view().setup().id(), kind, 1);
            Message message =
                new Message(
                    key,
                    Topic.read(kind, notice.name(), Optional.of(detail)),
                    shown.now(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            if (canBeSaid(notice, shown.view().setup())) {
              assertTaken(words.blocks(key, message, shown.view()));
            }
          }
        }
      }
    }
  }

  /** AWS refuses nothing before an account is known. */
  private static boolean canBeSaid(Notice notice, Setup setup) {
    return notice != Notice.INVITATION_REFUSED || setup.account().isPresent();
  }

  private static List<String> details(Notice notice) {
    return switch (notice) {
      case INVITATION_REFUSED ->
          List.of("HandshakeConstraintViolationException/LEGACY_PERMISSIONS_STILL_IN_USE", "New");
      case START_MONTH_MOVED -> List.of("2027-01");
      case INVITATION_STATUS_UNKNOWN -> List.of("PAUSED");
      case ACCEPTED_AFTER_CANCEL -> List.of("111122223333");
      case UNANSWERED -> List.of("bootstrap_role");
      case CHANNEL_CLOSED ->
          Arrays.stream(ChannelProblem.values()).map(ChannelProblem::key).toList();
      default -> List.of("");
    };
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void slack_takes_every_modal_in_every_state(Language language) {
    Translations own = new Translations(language, LONGEST_PARTNER);
    assertTaken(
        StartSetupModal.view(
            own,
            shown(language).get(0).view().setup().id(),
            Option.NEW_ACCOUNT,
            List.of(new StartSetupModal.ContactChoice(People.Ids.CARLA, "Carla"))));
    for (Shown shown : shown(language)) {
      Setup setup = shown.view().setup();
      Words words = translations.of(setup);
      assertTaken(CancelSetupModal.view(words, setup));
      if (setup.option() == Option.TRANSFER_BILLING) {
        assertTaken(TransferDetailsModal.view(words, setup));
      } else {
        assertTaken(NewAccountDetailsModal.view(words, setup));
        assertTaken(AccountReadyModal.view(words, setup));
      }
      if (setup.account().isPresent()) {
        assertTaken(ReviewInvitationModal.view(words, setup, 5, shown.now()));
      }
    }
  }

  private static void assertTaken(com.slack.api.model.view.View view) {
    assertThat(BlockKit.modal(json(view).getAsJsonObject())).as(json(view).toString()).isEmpty();
    assertWhole(json(view).toString());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void slack_takes_the_question_which_setup_to_forget(Language language) {
    Words words = new Words(language, LONGEST_PARTNER);
    List<Setup> ended = shown(language).stream().map(s -> s.view().setup()).limit(2).toList();
    assertTaken(ForgetQuestion.blocks(words, ended.subList(0, 1)));
    assertThat(BlockKit.message(json(ForgetQuestion.blocks(words, ended)))).isEmpty();
  }

  @Test
  void each_language_says_something_else_to_the_customer() {
    ReminderWords words =
        new ReminderWords(translations, buttons, ROLES, Reviewers.ANOTHER_ENGINEER);
    List<String> said =
        Arrays.stream(Language.values())
            .map(language -> shown(language).get(0))
            .map(
                shown ->
                    words.text(
                        shown.view(),
                        shown.view().status().turn().orElseThrow(),
                        false,
                        shown.now()))
            .toList();
    assertThat(said).doesNotHaveDuplicates();
  }
}
