package awssetup.journey;

import static awssetup.testkit.World.INVITE;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.api.SlackCallObserver;
import awssetup.sandbox.slack.api.SlackFault;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The process is suspended in the middle of a call, for example because its machine is moved. When
 * it wakes up, its scheduler sees that heartbeats were missed and begins the work again.
 */
class SuspendedJourneyTest extends Journey {
  @Test
  void the_card_and_every_message_are_posted_once() {
    AtomicInteger posts = new AtomicInteger();
    world.slack.observe(
        new SlackCallObserver() {
          @Override
          public Optional<SlackFault> arrived(String host, String method, JsonObject arguments) {
            if (method.equals("chat.postMessage")) {
              posts.incrementAndGet();
              world.takeForDead();
            }
            return Optional.empty();
          }
        });
    world.startTransfer();
    world.enterDetails();
    world.jump(Duration.ofSeconds(6));
    assertThat(posts).hasValue(2);
    assertThat(world.cards()).hasSize(1);
    assertThat(world.said("the details are in")).hasSize(1);
    world.slack.observe(SlackCallObserver.NONE);
    world.review();
    world.goesOnToTheEnd();
  }

  @Test
  void the_invitation_is_asked_for_once() {
    world.startTransfer();
    world.enterDetails();
    world.aws.observe(
        new awssetup.sandbox.aws.AwsCallObserver() {
          @Override
          public Optional<awssetup.sandbox.aws.AwsFault> arrived(
              String host, String operation, JsonObject input) {
            if (operation.equals(INVITE)) {
              world.takeForDead();
            }
            return Optional.empty();
          }
        });
    world.review();
    world.jump(Duration.ofSeconds(6));
    assertThat(world.inviteCalls()).isEqualTo(1);
    assertThat(world.aws.invitations()).hasSize(1);
    world.goesOnToTheEnd();
  }
}
