package awssetup.testkit;

import static awssetup.testkit.People.ACME;
import static awssetup.testkit.People.OPS;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.world.StandInMessage;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What people see in Slack: cards, threads, reminders, digests, modals, Home tabs, and what is for
 * one person only. Unless a channel is named, it is Acme's. Start reading with {@link World}.
 */
public abstract class SlackAsRead extends RunningApp {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE d HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  SlackAsRead(Path directory, Map<String, String> more) {
    super(directory, more);
  }

  public JsonObject view(String who) {
    List<JsonObject> views = slack.workspace().views(who);
    assertThat(views).as("a modal in front of " + who).isNotEmpty();
    return views.get(views.size() - 1);
  }

  public boolean hasView(String who) {
    return !slack.workspace().views(who).isEmpty();
  }

  /** All cards of the channel, oldest first. */
  public List<StandInMessage> cards() {
    return slack.workspace().messages(ACME).stream()
        .filter(m -> m.threadTs() == null || m.threadTs().equals(m.ts()))
        .filter(m -> MessageText.key(m).contains(":card:"))
        .toList();
  }

  public StandInMessage card() {
    List<StandInMessage> cards = cards();
    assertThat(cards).as("a card in the channel").isNotEmpty();
    return cards.get(cards.size() - 1);
  }

  public String cardText() {
    return MessageText.of(card());
  }

  /** The messages in the card's thread, as people read them, oldest first. */
  public List<String> thread() {
    return slack.workspace().thread(ACME, card().ts()).stream()
        .filter(m -> !m.ts().equals(card().ts()))
        .map(MessageText::of)
        .toList();
  }

  public List<StandInMessage> threadMessages() {
    return slack.workspace().thread(ACME, card().ts()).stream()
        .filter(m -> !m.ts().equals(card().ts()))
        .toList();
  }

  public List<String> reminders() {
    return threadMessages().stream()
        .filter(m -> MessageText.key(m).contains(":reminder:"))
        .map(MessageText::of)
        .toList();
  }

  /** When the reminders were posted, such as "Wed 2 09:00", in UTC. */
  public List<String> remindedAt() {
    return threadMessages().stream()
        .filter(m -> MessageText.key(m).contains(":reminder:"))
        .map(
            m -> DAY_AND_TIME.format(Instant.ofEpochSecond(Long.parseLong(m.ts().split("\\.")[0]))))
        .toList();
  }

  public String lastReminder() {
    List<String> reminders = reminders();
    assertThat(reminders).as("reminders").isNotEmpty();
    return reminders.get(reminders.size() - 1);
  }

  /** What the operations channel was told about single setups. */
  public List<String> ops() {
    return slack.workspace().messages(OPS).stream()
        .filter(m -> !MessageText.key(m).startsWith("digest:"))
        .map(MessageText::of)
        .toList();
  }

  /** The morning digests, by day. */
  public Map<String, String> digests() {
    return slack.workspace().messages(OPS).stream()
        .filter(m -> MessageText.key(m).startsWith("digest:"))
        .collect(
            Collectors.toMap(
                m -> MessageText.key(m).substring("digest:".length()),
                MessageText::of,
                (once, twice) -> {
                  throw new AssertionError("posted twice: " + once);
                },
                TreeMap::new));
  }

  /** The messages in the thread that contain these words. */
  public List<String> said(String words) {
    return thread().stream().filter(t -> t.contains(words)).toList();
  }

  public String lastSaid() {
    List<String> thread = thread();
    assertThat(thread).as("the thread").isNotEmpty();
    return thread.get(thread.size() - 1);
  }

  /** How often this method of the Web API was called. */
  public int slackCalls(String method) {
    return (int) slack.calls().stream().filter(c -> c.method().equals(method)).count();
  }

  /** Message keys that a channel has more than once. */
  public List<String> postedTwice(String channel) {
    List<String> keys =
        slack.workspace().messages(channel).stream()
            .map(MessageText::key)
            .filter(key -> !key.isEmpty())
            .toList();
    return keys.stream().filter(key -> keys.indexOf(key) != keys.lastIndexOf(key)).toList();
  }

  /** Does something and reads the newest ephemeral message that follows. */
  public String told(String who, Runnable doing) {
    int before = ephemerals(who);
    doing.run();
    return ephemeral(who, before + 1);
  }

  /** Waits for an ephemeral message, which is sent beside the request, and reads the newest. */
  public String ephemeral(String who, int atLeast) {
    await(() -> slack.workspace().ephemerals(ACME, who).size() >= atLeast);
    List<StandInMessage> all = slack.workspace().ephemerals(ACME, who);
    return MessageText.of(all.get(all.size() - 1));
  }

  public int ephemerals(String who) {
    return slack.workspace().ephemerals(ACME, who).size();
  }

  /** Opens this person's Home tab and reads it. */
  public String home(String who) {
    slack.openHome(who);
    await(() -> slack.workspace().home(who).isPresent());
    return slack.workspace().home(who).orElseThrow().toString();
  }

  public void await(Supplier<Boolean> condition) {
    CountDownLatch there = new CountDownLatch(1);
    AutoCloseable listening =
        slack.onChange(
            () -> {
              if (condition.get()) {
                there.countDown();
              }
            });
    try {
      assertThat(condition.get() || there.await(5, TimeUnit.SECONDS))
          .as("the awaited result has come")
          .isTrue();
      listening.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public boolean offers(String actionId) {
    return card().blocks().toString().contains("\"action_id\":\"" + actionId + "\"");
  }
}
