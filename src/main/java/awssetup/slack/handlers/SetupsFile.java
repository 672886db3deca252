package awssetup.slack.handlers;

import awssetup.ports.SlackRefused;
import awssetup.ports.SlackUnavailable;
import awssetup.ports.StoreUnavailable;
import awssetup.setup.UserId;
import awssetup.slack.api.SlackClient;
import awssetup.slack.words.Mrkdwn;
import awssetup.slack.words.Words;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends all setups as a file to one engineer, in a direct message, in the background. Slack takes a
 * file in three steps, and shares it only in a conversation that is named by its own id.
 * https://docs.slack.dev/messaging/working-with-files#upload
 */
public final class SetupsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SetupsFile.class);

  private final HandlerTools tools;
  private final SlackClient slack;
  private final Supplier<byte[]> csv;
  private final Words words;

  /**
   * @param csv all setups as they stand now
   */
  public SetupsFile(HandlerTools tools, SlackClient slack, Supplier<byte[]> csv) {
    this.tools = tools;
    this.slack = slack;
    this.csv = csv;
    this.words = tools.words();
  }

  /**
   * Starts to send it.
   *
   * @param unsent is told in a sentence why no file comes
   * @return false if too much is under way to start
   */
  boolean sendTo(UserId engineer, Consumer<String> unsent) {
    return !tools
        .background()
        .start(
            "an export",
            () -> {
              trySend(engineer, unsent);
              return true;
            })
        .isCompletedExceptionally();
  }

  private void trySend(UserId engineer, Consumer<String> unsent) {
    try {
      send(engineer);
      LOG.info("{} was sent all setups as a file", engineer);
    } catch (SlackRefused e) {
      LOG.warn("An export was not taken: {}", e.getMessage());
      unsent.accept(words.say("command.export.refused", "why", Mrkdwn.escape(e.getMessage())));
    } catch (SlackUnavailable | StoreUnavailable e) {
      LOG.warn("An export failed: {}", e.getMessage());
      unsent.accept(words.say("command.export.failed"));
    } catch (RuntimeException e) {
      unsent.accept(words.say("command.export.failed"));
      throw e;
    }
  }

  private void send(UserId engineer) {
    byte[] content = csv.get();
    String name = "aws-setups-" + LocalDate.ofInstant(tools.now(), ZoneOffset.UTC) + ".csv";
    var upload =
        slack.call(
            "files.getUploadURLExternal",
            m -> m.filesGetUploadURLExternal(r -> r.filename(name).length(content.length)));
    slack.upload(upload.getUploadUrl(), content);
    var conversation =
        slack.call(
            "conversations.open",
            m -> m.conversationsOpen(r -> r.users(List.of(engineer.value()))));
    FileDetails file = FileDetails.builder().id(upload.getFileId()).title(name).build();
    slack.call(
        "files.completeUploadExternal",
        m ->
            m.filesCompleteUploadExternal(
                r ->
                    r.files(List.of(file))
                        .channelId(conversation.getChannel().getId())
                        .initialComment(words.say("command.export.message"))));
  }
}
