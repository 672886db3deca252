package awssetup.sandbox.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;
import static org.assertj.core.api.Assertions.assertThat;

import awssetup.sandbox.slack.people.Delivery;
import awssetup.sandbox.slack.world.StandInMessage;
import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.view.View;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real Bolt app behind the stand-in: its signatures, payloads and answers fit the SDK. */
class BoltAppTest {
  private SlackStandIn slack;
  private Server server;

  @BeforeEach
  void start() throws Exception {
    slack = SlackStandIn.start(InstantSource.system(), 0, Rig.SECRET, Rig.TOKEN);
    SlackConfig sdk = new SlackConfig();
    sdk.setMethodsEndpointUrlPrefix(slack.apiUrl().toString());
    AppConfig config =
        AppConfig.builder()
            .slack(Slack.getInstance(sdk))
            .singleTeamBotToken(Rig.TOKEN)
            .signingSecret(Rig.SECRET)
            .build();
    config.setClientId(null);
    config.setClientSecret(null);
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(
        new ServletHolder(new SlackAppServlet(listening(new App(config)))), "/slack/events");
    server.setHandler(context);
    server.start();
    slack.deliverTo(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/slack/events"));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    slack.close();
  }

  @Test
  void a_setup_goes_from_command_to_modal_to_card_to_click() {
    assertThat(slack.type("U0ENGINEER", "C0ACME", "/aws-setup new").ok()).isTrue();
    JsonObject modal = slack.workspace().views("U0ENGINEER").get(0);
    String viewId = modal.get("id").getAsString();
    JsonObject bad = Rig.object("{'name':{'name':{'value':'?'}}}");
    assertThat(slack.submit("U0ENGINEER", viewId, bad).fieldErrors())
        .isEqualTo(Map.of("name", "A name, please"));
    JsonObject good = Rig.object("{'name':{'name':{'value':'Acme'}}}");
    assertThat(slack.submit("U0ENGINEER", viewId, good).ok()).isTrue();
    assertThat(slack.workspace().views("U0ENGINEER")).isEmpty();
    StandInMessage card = slack.workspace().messages("C0ACME").get(0);
    assertThat(card.text()).isEqualTo("Card of Acme");
    assertThat(slack.press("U0CUSTOMER", "C0ACME", card.ts(), "acts", "check_now", null).ok())
        .isTrue();
    assertThat(slack.workspace().ephemerals("C0ACME", "U0CUSTOMER"))
        .extracting(StandInMessage::text)
        .containsExactly("Hello T0CUSTOMER, this is 7Q2K");
    assertThat(slack.problems()).isEmpty();
  }

  @Test
  void an_ack_with_text_is_an_ephemeral_message() {
    slack.type("U0ENGINEER", "C0RANDOM", "/aws-setup help");
    assertThat(slack.workspace().ephemerals("C0RANDOM", "U0ENGINEER"))
        .extracting(StandInMessage::text)
        .containsExactly("Try new");
  }

  @Test
  void events_are_accepted() {
    assertThat(slack.openHome("U0ENGINEER").ok()).isTrue();
    assertThat(slack.workspace().home("U0ENGINEER")).isPresent();
    assertThat(slack.channels().changeId("C0OPS", "C0OPSNEW").ok()).isTrue();
  }

  @Test
  void a_button_without_a_listener_shows_the_person_an_error() {
    slack.type("U0ENGINEER", "C0ACME", "/aws-setup new");
    String viewId = slack.workspace().views("U0ENGINEER").get(0).get("id").getAsString();
    Delivery delivery = slack.pressInView("U0ENGINEER", viewId, "more", "unheard_of", null);
    assertThat(delivery.status()).isEqualTo(404);
    assertThat(delivery.ok()).isFalse();
  }

  private static App listening(App app) {
    app.command(
        "/aws-setup",
        (request, context) -> {
          if (request.getPayload().getText().equals("help")) {
            return context.ack("Try new");
          }
          String trigger = request.getPayload().getTriggerId();
          String channel = request.getPayload().getChannelId();
          var opened = context.client().viewsOpen(r -> r.triggerId(trigger).view(modal(channel)));
          return opened.isOk() ? context.ack() : context.ack(opened.getError());
        });
    app.viewSubmission(
        "start_setup",
        (request, context) -> {
          View view = request.getPayload().getView();
          String name = view.getState().getValues().get("name").get("name").getValue();
          if (name.equals("?")) {
            return context.ackWithErrors(Map.of("name", "A name, please"));
          }
          context.client().chatPostMessage(card(view.getPrivateMetadata(), name));
          return context.ack();
        });
    app.blockAction(
        "check_now",
        (request, context) -> {
          String team = request.getPayload().getUser().getTeamId();
          String setup = request.getPayload().getActions().get(0).getValue();
          context.respond("Hello " + team + ", this is " + setup);
          return context.ack();
        });
    app.event(
        AppHomeOpenedEvent.class,
        (event, context) -> {
          View home =
              View.builder()
                  .type("home")
                  .blocks(asBlocks(section(s -> s.text(markdownText("Setups")))))
                  .build();
          var published =
              context.client().viewsPublish(r -> r.userId(event.getEvent().getUser()).view(home));
          if (!published.isOk()) {
            throw new IllegalStateException(published.toString());
          }
          return context.ack();
        });
    app.event(ChannelIdChangedEvent.class, (event, context) -> context.ack());
    return app;
  }

  private static View modal(String channel) {
    return view(
        v ->
            v.type("modal")
                .callbackId("start_setup")
                .privateMetadata(channel)
                .title(viewTitle(t -> t.type("plain_text").text("New setup")))
                .submit(viewSubmit(s -> s.type("plain_text").text("Start")))
                .close(viewClose(c -> c.type("plain_text").text("Cancel")))
                .blocks(
                    asBlocks(
                        input(
                            i ->
                                i.blockId("name")
                                    .label(plainText("Name"))
                                    .element(plainTextInput(p -> p.actionId("name")))),
                        actions(
                            a ->
                                a.blockId("more")
                                    .elements(
                                        asElements(
                                            button(
                                                b ->
                                                    b.actionId("unheard_of")
                                                        .text(plainText("More")))))))));
  }

  private static ChatPostMessageRequest card(String channel, String name) {
    return ChatPostMessageRequest.builder()
        .channel(channel)
        .text("Card of " + name)
        .blocks(
            asBlocks(
                section(s -> s.blockId("7Q2K:card:1").text(markdownText(name))),
                actions(
                    a ->
                        a.blockId("acts")
                            .elements(
                                asElements(
                                    button(
                                        b ->
                                            b.actionId("check_now")
                                                .value("7Q2K")
                                                .text(plainText("Check now"))))))))
        .build();
  }
}
