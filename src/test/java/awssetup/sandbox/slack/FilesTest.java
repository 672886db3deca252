package awssetup.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.world.StandInMessage;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** File uploads in three steps, as the real SDK does them. */
class FilesTest {
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
  void a_completed_upload_is_shared_in_a_message() throws Exception {
    var place = rig.client.filesGetUploadURLExternal(r -> r.filename("a.csv").length(5));
    assertThat(upload(place.getUploadUrl(), "a,b\r\n")).isEqualTo(200);
    String direct =
        rig.client.conversationsOpen(r -> r.users(List.of("U0ENGINEER"))).getChannel().getId();
    assertThat(complete(place.getFileId(), direct).isOk()).isTrue();

    StandInMessage message = rig.workspace().messages(direct).get(0);
    assertThat(message.text()).isEqualTo("Here it is");
    assertThat(rig.workspace().files(message))
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.title()).isEqualTo("A list");
              assertThat(file.text()).isEqualTo("a,b\r\n");
            });
    assertThat(complete(place.getFileId(), direct).getError()).isEqualTo("file_not_found");
  }

  @Test
  void an_upload_of_another_size_is_not_shared() throws Exception {
    var place = rig.client.filesGetUploadURLExternal(r -> r.filename("a.csv").length(5));
    assertThat(complete(place.getFileId(), "C0ACME").getError()).isEqualTo("file_not_found");
    assertThat(upload(place.getUploadUrl(), "too long")).isEqualTo(400);
    assertThat(upload(place.getUploadUrl() + "x", "a,b\r\n")).isEqualTo(404);
    assertThat(complete(place.getFileId(), "C0ACME").getError()).isEqualTo("file_not_found");
  }

  @Test
  void a_file_cannot_be_shared_with_a_user_id() throws Exception {
    var place = rig.client.filesGetUploadURLExternal(r -> r.filename("a.csv").length(5));
    upload(place.getUploadUrl(), "a,b\r\n");
    assertThat(complete(place.getFileId(), "U0ENGINEER").getError()).isEqualTo("invalid_arguments");
    assertThat(complete(place.getFileId(), "C0RANDOM").getError()).isEqualTo("not_in_channel");
  }

  private FilesCompleteUploadExternalResponse complete(String file, String channel)
      throws Exception {
    return rig.client.filesCompleteUploadExternal(
        r ->
            r.files(List.of(FileDetails.builder().id(file).title("A list").build()))
                .channelId(channel)
                .initialComment("Here it is"));
  }

  private static int upload(String address, String content) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address))
                .POST(HttpRequest.BodyPublishers.ofString(content))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }
}
