package awssetup.slack.handlers;

import awssetup.ports.Setups;
import awssetup.slack.api.Background;
import awssetup.slack.api.ModalOpener;
import awssetup.slack.api.SlackCalls;
import awssetup.slack.words.Translations;
import awssetup.slack.words.Words;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What all handlers work with.
 *
 * @param background runs what must not hold up an acknowledgement
 */
public record HandlerTools(
    Setups setups,
    Access access,
    ModalOpener modals,
    Background background,
    Translations translations,
    InstantSource clock) {

  /**
   * The tools that work with these calls to Slack.
   *
   * @param background runs what must not hold up an acknowledgement
   */
  public static HandlerTools of(
      SlackCalls slack,
      Setups setups,
      Background background,
      Translations translations,
      InstantSource clock) {
    return new HandlerTools(
        setups,
        new Access(slack.people(), slack.channels(), background),
        new ModalOpener(slack.quick(), background),
        background,
        translations,
        clock);
  }

  Instant now() {
    return clock.instant();
  }

  /** In the installation's own language, for what concerns no one setup. */
  Words words() {
    return translations.own();
  }
}
