package awssetup.setup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a rule made of a setup: its new facts, the audit events that explain them and the messages
 * they cause. Saved whole, in one transaction, or not at all.
 *
 * @param isNone the rule had nothing to change: nothing is saved
 */
public record Change(
    Setup after, boolean isNone, List<AuditEvent> events, List<Message.Draft> messages) {

  /** Nothing to save. */
  public static Change none(Setup setup) {
    return new Change(setup, true, List.of(), List.of());
  }

  static Change of(Setup before, Consumer<Setup.Facts> edit) {
    return new Change(before.with(edit), false, List.of(), List.of());
  }

  Change then(Consumer<Setup.Facts> edit) {
    return new Change(after.with(edit), false, events, messages);
  }

  Change by(UserId who, Instant at, AuditEvent.Kind kind, String detail) {
    return event(new AuditEvent(at, Optional.of(who), kind, Optional.ofNullable(detail)));
  }

  Change happened(Instant at, AuditEvent.Kind kind, String detail) {
    return event(new AuditEvent(at, Optional.empty(), kind, Optional.ofNullable(detail)));
  }

  Change say(Notice notice) {
    return say(notice, NoticeDetail.NONE);
  }

  Change say(Notice notice, NoticeDetail detail) {
    return message(Message.Draft.notice(notice, detail));
  }

  /** Says it to engineers only. */
  Change say(MessageKind kind, Notice notice, NoticeDetail detail) {
    return message(new Message.Draft(kind, new Topic.OfNotice(notice, detail)));
  }

  Change message(Message.Draft draft) {
    List<Message.Draft> all = new ArrayList<>(messages);
    all.add(draft);
    return new Change(after, false, events, List.copyOf(all));
  }

  private Change event(AuditEvent event) {
    List<AuditEvent> all = new ArrayList<>(events);
    all.add(event);
    return new Change(after, false, List.copyOf(all), messages);
  }
}
