package awssetup.sandbox.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsMembersResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import com.slack.api.model.block.LayoutBlock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Web API as the real SDK reads it. */
class SdkClientTest {
  private Rig rig;

  @BeforeEach
  void start() throws Exception {
    rig = new Rig();
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void auth_test_says_whose_token_it_is_and_which_scopes_it_has() throws Exception {
    var answer = rig.client.authTest(r -> r);
    assertThat(answer.isOk()).isTrue();
    assertThat(answer.getUrl()).isEqualTo("https://softwareone.slack.example/");
    assertThat(answer.getTeamId()).isEqualTo("T0HOME");
    assertThat(answer.getUserId()).isEqualTo("U0BOT");
    assertThat(answer.getBotId()).isEqualTo("B0BOT");
    assertThat(answer.getHttpResponseHeaders().get("x-oauth-scopes").get(0)).contains("chat:write");
  }

  @Test
  void a_posted_card_can_be_found_by_its_block_id() throws Exception {
    ChatPostMessageResponse posted =
        rig.client.chatPostMessage(
            r -> r.channel("C0ACME").text("Card").blocks(card("7Q2K:card:1", "Draft")));
    assertThat(posted.isOk()).isTrue();
    assertThat(posted.getTs()).isEqualTo("1799053200.000000");
    ConversationsHistoryResponse history =
        rig.client.conversationsHistory(r -> r.channel("C0ACME"));
    Message found = history.getMessages().get(0);
    assertThat(found.getTs()).isEqualTo(posted.getTs());
    assertThat(found.getBlocks().get(0).getBlockId()).isEqualTo("7Q2K:card:1");
    assertThat(found.getBlocks().get(1).getBlockId()).isNotBlank();
    assertThat(found.getBotId()).isEqualTo("B0BOT");
  }

  @Test
  void an_edit_keeps_the_ts_and_shows_as_edited_only_without_blocks() throws Exception {
    String ts = rig.client.chatPostMessage(r -> r.channel("C0ACME").text("One")).getTs();
    rig.clock.advance(Duration.ofMinutes(5));
    ChatUpdateResponse withBlocks =
        rig.client.chatUpdate(r -> r.channel("C0ACME").ts(ts).text("Two").blocks(card("b", "Two")));
    assertThat(withBlocks.isOk()).isTrue();
    assertThat(withBlocks.getTs()).isEqualTo(ts);
    assertThat(rig.workspace().message("C0ACME", ts).orElseThrow().edited()).isFalse();
    rig.client.chatUpdate(r -> r.channel("C0ACME").ts(ts).text("Three"));
    var message = rig.workspace().message("C0ACME", ts).orElseThrow();
    assertThat(message.edited()).isTrue();
    assertThat(message.blocks()).as("text alone takes the blocks away").isEmpty();
    assertThat(message.text()).isEqualTo("Three");
  }

  @Test
  void metadata_stays_until_an_empty_object_removes_it() throws Exception {
    Message.Metadata metadata =
        Message.Metadata.builder().eventType("card").eventPayload(Map.of("setup", "7Q2K")).build();
    String ts =
        rig.client.chatPostMessage(r -> r.channel("C0ACME").text("x").metadata(metadata)).getTs();
    rig.client.chatUpdate(r -> r.channel("C0ACME").ts(ts).text("y"));
    var history =
        rig.client.conversationsHistory(r -> r.channel("C0ACME").includeAllMetadata(true));
    assertThat(history.getMessages().get(0).getMetadata().getEventType()).isEqualTo("card");
    assertThat(rig.client.conversationsHistory(r -> r.channel("C0ACME")).getMessages().get(0))
        .extracting(Message::getMetadata)
        .isNull();
    rig.call(
        "chat.update", "{'channel':'C0ACME','ts':'%s','text':'z','metadata':{}}".formatted(ts));
    assertThat(rig.workspace().message("C0ACME", ts).orElseThrow().metadata()).isNull();
  }

  @Test
  void history_comes_in_pages_newest_first_within_its_range() throws Exception {
    List<String> posted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String text = "m" + i;
      posted.add(rig.client.chatPostMessage(r -> r.channel("C0ACME").text(text)).getTs());
      rig.clock.advance(Duration.ofSeconds(1));
    }
    var first = rig.client.conversationsHistory(r -> r.channel("C0ACME").limit(2));
    assertThat(first.isHasMore()).isTrue();
    assertThat(texts(first.getMessages())).containsExactly("m4", "m3");
    String cursor = first.getResponseMetadata().getNextCursor();
    rig.client.chatPostMessage(r -> r.channel("C0ACME").text("later"));
    var second = rig.client.conversationsHistory(r -> r.channel("C0ACME").limit(9).cursor(cursor));
    assertThat(texts(second.getMessages())).containsExactly("m2", "m1", "m0");
    assertThat(second.isHasMore()).isFalse();
    var range =
        rig.client.conversationsHistory(
            r -> r.channel("C0ACME").oldest(posted.get(1)).latest(posted.get(3)));
    assertThat(texts(range.getMessages())).containsExactly("m2");
    var inclusive =
        rig.client.conversationsHistory(
            r -> r.channel("C0ACME").oldest(posted.get(1)).latest(posted.get(3)).inclusive(true));
    assertThat(texts(inclusive.getMessages())).containsExactly("m3", "m2", "m1");
  }

  @Test
  void replies_come_oldest_first_after_their_parent_and_not_in_the_channel() throws Exception {
    String parent = rig.client.chatPostMessage(r -> r.channel("C0ACME").text("p")).getTs();
    for (String text : List.of("r1", "r2", "r3")) {
      rig.client.chatPostMessage(r -> r.channel("C0ACME").text(text).threadTs(parent));
    }
    rig.client.chatPostMessage(
        r -> r.channel("C0ACME").text("loud").threadTs(parent).replyBroadcast(true));
    var thread = rig.client.conversationsReplies(r -> r.channel("C0ACME").ts(parent).limit(2));
    assertThat(texts(thread.getMessages())).containsExactly("p", "r1", "r2");
    assertThat(thread.isHasMore()).isTrue();
    String cursor = thread.getResponseMetadata().getNextCursor();
    ConversationsRepliesResponse rest =
        rig.client.conversationsReplies(r -> r.channel("C0ACME").ts(parent).cursor(cursor));
    assertThat(texts(rest.getMessages())).containsExactly("p", "r3", "loud");
    var history = rig.client.conversationsHistory(r -> r.channel("C0ACME"));
    assertThat(texts(history.getMessages())).containsExactly("loud", "p");
    assertThat(history.getMessages().get(1).getReplyCount()).isEqualTo(4);
  }

  @Test
  void a_reply_to_a_reply_goes_to_the_parent_and_counts_as_a_problem() throws Exception {
    String parent = rig.client.chatPostMessage(r -> r.channel("C0ACME").text("p")).getTs();
    String reply =
        rig.client.chatPostMessage(r -> r.channel("C0ACME").text("r").threadTs(parent)).getTs();
    rig.client.chatPostMessage(r -> r.channel("C0ACME").text("rr").threadTs(reply));
    assertThat(rig.workspace().thread("C0ACME", parent)).hasSize(3);
    assertThat(rig.slack.problems()).hasSize(1);
  }

  @Test
  void members_come_in_pages_that_may_be_smaller_than_requested() throws Exception {
    rig.slack.settings().largestPage(2);
    List<String> members = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      ConversationsMembersResponse page =
          rig.client.conversationsMembers(r -> r.channel("C0ACME").limit(200).cursor(from));
      assertThat(page.getMembers()).hasSizeLessThanOrEqualTo(2);
      members.addAll(page.getMembers());
      cursor = page.getResponseMetadata().getNextCursor();
    } while (!cursor.isEmpty());
    assertThat(members)
        .containsExactly("U0ENGINEER", "U0SECOND", "U0CUSTOMER", "U0COLLEAGUE", "U0BOT");
  }

  @Test
  void channel_info_says_whether_it_is_shared_private_or_joined() throws Exception {
    Conversation acme = info("C0ACME");
    assertThat(acme.isExtShared()).isTrue();
    assertThat(acme.isPrivate()).isFalse();
    assertThat(acme.isMember()).isTrue();
    assertThat(acme.getConnectedTeamIds()).containsExactly("T0CUSTOMER");
    assertThat(info("C0OPS").isPrivate()).isTrue();
    assertThat(info("C0OPS").isExtShared()).isFalse();
    assertThat(info("C0RANDOM").isMember()).isFalse();
  }

  @Test
  void only_home_people_have_a_time_zone() throws Exception {
    User erin = user("U0ENGINEER");
    assertThat(erin.getTz()).isEqualTo("Europe/Berlin");
    assertThat(erin.getTzLabel()).isEqualTo("Central European Standard Time");
    assertThat(erin.getTzOffset()).isEqualTo(3600);
    assertThat(erin.getLocale()).isNull();
    User carla = user("U0CUSTOMER");
    assertThat(carla.getTeamId()).isEqualTo("T0CUSTOMER");
    assertThat(carla.getTz()).isNull();
    assertThat(carla.isStranger()).isFalse();
    assertThat(carla.getProfile().getRealName()).isEqualTo("Carla Customer");
    assertThat(carla.getProfile().getEmail()).isNull();
    User gina = user("U0GUEST");
    assertThat(gina.getTeamId()).isEqualTo("T0HOME");
    assertThat(gina.isRestricted()).isTrue();
    assertThat(gina.isUltraRestricted()).isFalse();
    assertThat(user("U0BOT").isBot()).isTrue();
  }

  @Test
  void a_person_who_shares_no_channel_with_the_bot_is_a_stranger() throws Exception {
    rig.workspace().put(rig.workspace().channel("C0GLOBEX").leftBy("U0OUTSIDER"));
    assertThat(user("U0OUTSIDER").isStranger()).isTrue();
    var refused = rig.client.chatPostMessage(r -> r.channel("U0OUTSIDER").text("x"));
    assertThat(refused.getError()).isEqualTo("channel_not_found");
  }

  @Test
  void a_user_id_stands_for_the_direct_message() throws Exception {
    var posted = rig.client.chatPostMessage(r -> r.channel("U0CUSTOMER").text("psst"));
    assertThat(posted.getChannel()).startsWith("D0");
    var edited =
        rig.client.chatUpdate(r -> r.channel(posted.getChannel()).ts(posted.getTs()).text("pssst"));
    assertThat(edited.isOk()).isTrue();
  }

  @Test
  void an_ephemeral_message_is_shown_to_one_person_and_not_in_the_api() throws Exception {
    String ts =
        rig.client
            .chatPostEphemeral(r -> r.channel("C0ACME").user("U0CUSTOMER").text("you"))
            .getMessageTs();
    assertThat(rig.workspace().ephemerals("C0ACME", "U0CUSTOMER")).hasSize(1);
    assertThat(rig.workspace().ephemerals("C0ACME", "U0ENGINEER")).isEmpty();
    assertThat(rig.client.conversationsHistory(r -> r.channel("C0ACME")).getMessages()).isEmpty();
    assertThat(rig.client.chatUpdate(r -> r.channel("C0ACME").ts(ts).text("x")).getError())
        .isEqualTo("message_not_found");
  }

  @Test
  void a_user_group_lists_its_members() throws Exception {
    rig.workspace().putUserGroup("S0SUPPORT", List.of("U0ENGINEER"));
    assertThat(rig.client.usergroupsUsersList(r -> r.usergroup("S0SUPPORT")).getUsers())
        .containsExactly("U0ENGINEER");
  }

  @Test
  void every_ts_is_later_than_the_last_even_while_the_clock_stands() throws Exception {
    String first = rig.client.chatPostMessage(r -> r.channel("C0ACME").text("1")).getTs();
    String second = rig.client.chatPostMessage(r -> r.channel("C0OPS").text("2")).getTs();
    assertThat(second).isGreaterThan(first).hasSameSizeAs(first);
  }

  @Test
  void messages_posted_at_once_are_all_kept() throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(8);
    List<Future<String>> posts = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      posts.add(
          many.submit(
              () -> rig.client.chatPostMessage(r -> r.channel("C0ACME").text("x")).getTs()));
    }
    Set<String> names = new HashSet<>();
    for (Future<String> post : posts) {
      names.add(post.get());
    }
    many.shutdown();
    assertThat(names).hasSize(80).doesNotContainNull();
    assertThat(rig.workspace().messages("C0ACME")).hasSize(80);
  }

  private Conversation info(String channel) throws IOException, SlackApiException {
    return rig.client.conversationsInfo(r -> r.channel(channel)).getChannel();
  }

  private User user(String id) throws IOException, SlackApiException {
    return rig.client.usersInfo(r -> r.user(id).includeLocale(true)).getUser();
  }

  private static List<String> texts(List<Message> messages) {
    return messages.stream().map(Message::getText).toList();
  }

  private static List<LayoutBlock> card(String key, String state) {
    return asBlocks(
        header(h -> h.blockId(key).text(plainText("Acme Robotics"))),
        section(s -> s.text(markdownText("*" + state + "*"))),
        actions(
            a ->
                a.elements(
                    asElements(
                        button(b -> b.actionId("check_now").text(plainText("Check now")))))));
  }
}
