package awssetup.journey;

import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.Scenario;
import awssetup.testkit.SandboxUnderTest;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Opens the sandbox with setups in every state, and reads it as its page does. */
class BusyScenarioTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  @Timeout(180)
  void a_busy_sandbox_opens_with_setups_in_every_state() throws Exception {
    try (SandboxUnderTest sandbox = SandboxUnderTest.start(Scenario.BUSY)) {
      String api = sandbox.url() + "/api/";
      assertThat(post(api + "slack/home", "{\"as\": \"U0ENGINEER\"}").get("ok").getAsBoolean())
          .isTrue();
      assertThat(home(sandbox, api)).contains("*1010* open", "Needs an engineer", "1–25 of 1010");
      assertThat(slack(api, "C0GLOBEX").toString()).contains("3 of 3", "Complete");
      assertThat(slack(api, "C0INITECH").toString()).contains("payment");
      assertThat(slack(api, "C0TYRELL").toString()).contains("declined");
      assertThat(slack(api, "C0HOOLI").toString()).contains("1 of 4");
      assertThat(slack(api, "C0ACME").get("messages").toString()).contains("Cancelled");
      assertThat(slack(api, "C0ACME").get("threads").toString()).contains(":reminder:1");
      assertThat(slack(api, "C0STARK").toString()).contains("SoftwareOne's turn");
      assertThat(slack(api, "C0CYBERDYNE").toString()).contains("the invitation expired");
      assertThat(slack(api, "C0SOYLENT").toString()).contains("no longer visible");
      assertThat(slack(api, "C0WONKA").toString()).contains("was withdrawn at AWS");
      assertThat(slack(api, "C0OSCORP").toString()).contains("answers without the external ID");
      JsonObject clock = get(api + "clock");
      while (clock.get("busy").getAsBoolean()) {
        // What came due while the thousand were added is done first.
        clock = get(api + "clock");
      }
      assertThat(clock.get("next").toString())
          .contains("\"reminder\"", "\"probe\"", "\"deadline\"");
    }
  }

  /** Erin's Home tab, which is published a moment after she opens it. */
  private String home(SandboxUnderTest sandbox, String api) throws Exception {
    HttpRequest events = HttpRequest.newBuilder(URI.create(sandbox.url() + "/events")).build();
    try (Stream<String> changes = http.send(events, BodyHandlers.ofLines()).body()) {
      Iterator<String> lines = changes.iterator();
      JsonElement home = JsonNull.INSTANCE;
      while (home.isJsonNull()) {
        lines.next();
        home = slack(api, "C0ACME").get("home");
      }
      return home.toString();
    }
  }

  private JsonObject slack(String api, String channel) throws Exception {
    return get(api + "slack?as=U0ENGINEER&channel=" + channel);
  }

  private JsonObject get(String url) throws Exception {
    return read(HttpRequest.newBuilder(URI.create(url)));
  }

  private JsonObject post(String url, String body) throws Exception {
    return read(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private JsonObject read(HttpRequest.Builder request) throws IOException, InterruptedException {
    return JsonParser.parseString(http.send(request.build(), BodyHandlers.ofString()).body())
        .getAsJsonObject();
  }
}
