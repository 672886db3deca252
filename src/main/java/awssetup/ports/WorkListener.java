package awssetup.ports;

import awssetup.setup.MessageKind;
import java.time.Duration;

/**
 * Hears how the app's work goes, for metrics. Every value is one of a few: no setup, no person and
 * no text is in it.
 */
public interface WorkListener {
  /** Listens to nothing. */
  WorkListener NONE = new WorkListener() {};

  /** What a person did in Slack. */
  enum Request {
    COMMAND,
    BUTTON,
    MODAL,
    EVENT,
    OTHER
  }

  /** The services that we call. */
  enum Service {
    SLACK,
    ORGANIZATIONS,
    STS
  }

  /** What became of a call. */
  enum Outcome {
    OK,
    REFUSED,
    THROTTLED,
    UNREACHABLE
  }

  /** What a follow-up came to. */
  enum Pass {
    AGAIN,
    FINISHED,
    FAILED
  }

  /** A request from Slack has been acknowledged. */
  default void acknowledged(Request kind, boolean failed, Duration took) {}

  /**
   * A call has been answered, or not.
   *
   * @param operation as the service names it
   */
  default void called(Service service, String operation, Outcome outcome, Duration took) {}

  /**
   * A setup has been looked at.
   *
   * @param late by how much after it was due
   */
  default void followedUp(Pass pass, Duration late, Duration took) {}

  /** A message is in Slack. */
  default void posted(MessageKind kind) {}
}
