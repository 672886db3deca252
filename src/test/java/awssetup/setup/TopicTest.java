package awssetup.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What messages say, as the database keeps it. */
class TopicTest {
  private static final Instant SINCE = Instant.parse("2026-11-23T09:30:00.123Z");

  static Stream<Topic> reminders() {
    return Arrays.stream(StepKey.values())
        .flatMap(step -> Arrays.stream(Actor.values()).map(actor -> new Turn(step, actor, SINCE)))
        .flatMap(
            turn -> Stream.of(new Topic.OfReminder(turn, false), new Topic.OfReminder(turn, true)));
  }

  static Stream<Topic> notices() {
    return Arrays.stream(Notice.values())
        .flatMap(
            notice ->
                details(notice.detail()).stream()
                    .map(detail -> new Topic.OfNotice(notice, detail)));
  }

  private static List<? extends NoticeDetail> details(NoticeDetail.Form form) {
    return switch (form) {
      case NONE -> List.of(NoticeDetail.NONE);
      case STATUS_AT_AWS -> List.of(new NoticeDetail.StatusAtAws("PAUSED"));
      case REFUSAL_CODES ->
          List.of(
              new NoticeDetail.RefusalCodes("InvalidInputException", "INVALID_START_DATE"),
              new NoticeDetail.RefusalCodes("AnyException", "AnyException"),
              new NoticeDetail.RefusalCodes("AnyException", "A/CODE/WITH/SLASHES"));
      case START_MONTH -> List.of(new NoticeDetail.StartMonth(YearMonth.of(2027, 1)));
      case ACCOUNT -> List.of(new NoticeDetail.Account(new AccountId("012345678901")));
      case STEP -> Arrays.stream(StepKey.values()).map(NoticeDetail.OfStep::new).toList();
      case CHANNEL_PROBLEM ->
          Arrays.stream(ChannelProblem.values()).map(NoticeDetail.Problem::new).toList();
    };
  }

  @ParameterizedTest
  @MethodSource("reminders")
  void a_reminder_is_read_as_it_was_stored(Topic topic) {
    assertThat(Topic.read(MessageKind.REMINDER, topic.text(), topic.detailText())).isEqualTo(topic);
  }

  @ParameterizedTest
  @MethodSource("notices")
  void a_notice_is_read_as_it_was_stored(Topic topic) {
    for (MessageKind kind : List.of(MessageKind.NOTICE, MessageKind.OPS, MessageKind.DIRECT)) {
      assertThat(Topic.read(kind, topic.text(), topic.detailText())).isEqualTo(topic);
    }
  }

  @ParameterizedTest
  @EnumSource(NoticeDetail.Form.class)
  void every_form_of_detail_belongs_to_a_notice(NoticeDetail.Form form) {
    assertThat(Notice.values()).extracting(Notice::detail).contains(form);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          CARD,     '',                        none
          REMINDER, BOOTSTRAP_ROLE CUSTOMER 2026-11-23T09:30:00.123Z, none
          REMINDER, DETAILS ENGINEER 2026-11-23T09:30:00Z,            escalated
          NOTICE,   COMPLETED,                 none
          NOTICE,   INVITATION_STATUS_UNKNOWN, PAUSED
          NOTICE,   INVITATION_REFUSED,        InvalidInputException/INVALID_START_DATE
          OPS,      INVITATION_REFUSED,        AnyException/AnyException
          NOTICE,   START_MONTH_MOVED,         2027-01
          NOTICE,   ACCEPTED_AFTER_CANCEL,     012345678901
          OPS,      UNANSWERED,                bootstrap_role
          DIRECT,   CHANNEL_CLOSED,            customer_gone
          DIRECT,   CHANNEL_OPEN,              none
          """)
  void the_stored_texts_stay_as_they_are(MessageKind kind, String text, String detail) {
    Topic topic = Topic.read(kind, text, Optional.ofNullable(detail));
    assertThat(topic).isNotInstanceOf(Topic.Unreadable.class);
    assertThat(topic.text()).isEqualTo(text);
    assertThat(topic.detailText()).isEqualTo(Optional.ofNullable(detail));
  }

  @Test
  void a_code_without_an_exception_stands_for_both() {
    assertThat(Topic.read(MessageKind.NOTICE, "INVITATION_REFUSED", Optional.of("New")))
        .isEqualTo(
            new Topic.OfNotice(
                Notice.INVITATION_REFUSED, new NoticeDetail.RefusalCodes("New", "New")));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "NOTICE, A_NOTICE_OF_NEXT_YEAR, none",
        "NOTICE, INVITATION_REFUSED, none",
        "NOTICE, START_MONTH_MOVED, soon",
        "DIRECT, CHANNEL_CLOSED, flooded",
        "REMINDER, details, none",
        "REMINDER, DETAILS CUSTOMER today, none"
      })
  void what_cannot_be_read_is_kept_as_it_is(MessageKind kind, String text, String detail) {
    Topic topic = Topic.read(kind, text, Optional.ofNullable(detail));
    assertThat(topic).isEqualTo(new Topic.Unreadable(text, Optional.ofNullable(detail)));
    Message message =
        new Message(
            new MessageKey(Stories.acme().setup().id(), kind, 1),
            topic,
            SINCE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(message.reminder()).isEmpty();
    assertThatThrownBy(message::notice)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(text);
  }

  @Test
  void a_notice_has_no_detail_of_another_form() {
    NoticeDetail account = new NoticeDetail.Account(new AccountId("012345678901"));
    assertThatThrownBy(() -> new Topic.OfNotice(Notice.COMPLETED, account))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
