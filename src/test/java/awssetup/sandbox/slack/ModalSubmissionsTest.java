package awssetup.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import awssetup.sandbox.slack.people.Delivery;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a form gets from the screen to the app, and what the app's answer changes on the screen. */
class ModalSubmissionsTest {
  private static final String VIEW =
      """
      {'type':'modal','callback_id':'details','private_metadata':'7Q2K','notify_on_close':true,
       'title':{'type':'plain_text','text':'Details'},'submit':{'type':'plain_text','text':'Save'},
       'blocks':[
         {'type':'input','block_id':'id','label':{'type':'plain_text','text':'ID'},
          'element':{'type':'plain_text_input','action_id':'id','min_length':2,'max_length':4}},
         {'type':'input','block_id':'mail','label':{'type':'plain_text','text':'Mail'},'optional':true,
          'element':{'type':'email_text_input','action_id':'mail'}},
         {'type':'input','block_id':'count','label':{'type':'plain_text','text':'Count'},'optional':true,
          'element':{'type':'number_input','action_id':'count','is_decimal_allowed':false,
            'min_value':'1','max_value':'9'}},
         {'type':'input','block_id':'plan','label':{'type':'plain_text','text':'Plan'},
          'element':{'type':'radio_buttons','action_id':'plan','options':[
            {'text':{'type':'plain_text','text':'A'},'value':'a'},
            {'text':{'type':'plain_text','text':'B'},'value':'b'}],
            'initial_option':{'text':{'type':'plain_text','text':'A'},'value':'a'}}},
         {'type':'input','block_id':'ready','label':{'type':'plain_text','text':'Ready'},'optional':true,
          'element':{'type':'checkboxes','action_id':'ready','options':[
            {'text':{'type':'plain_text','text':'Yes'},'value':'yes'}]}},
         {'type':'actions','block_id':'acts','elements':[
            {'type':'button','action_id':'help','text':{'type':'plain_text','text':'Help'}},
            {'type':'datepicker','action_id':'day'}]}]}
      """;

  private Rig rig;
  private String id;

  @BeforeEach
  void start() throws Exception {
    rig = new Rig();
    id = rig.open("U0ENGINEER", VIEW).get("id").getAsString();
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void an_accepted_form_closes_and_carries_every_field() {
    Delivery delivery =
        submit(
            "{'id':{'id':{'type':'plain_text_input','value':'123'}},"
                + "'ready':{'ready':{'selected_options':[{'value':'yes'}]}}}");
    assertThat(delivery.ok()).isTrue();
    assertThat(rig.workspace().views("U0ENGINEER")).isEmpty();
    JsonObject view = rig.app.last().json().getAsJsonObject("view");
    JsonObject values = view.getAsJsonObject("state").getAsJsonObject("values");
    assertThat(values.toString().replace('"', '\''))
        .isEqualTo(
            "{'id':{'id':{'type':'plain_text_input','value':'123'}},"
                + "'mail':{'mail':{'type':'email_text_input','value':null}},"
                + "'count':{'count':{'type':'number_input','value':null}},"
                + "'plan':{'plan':{'type':'radio_buttons','selected_option':"
                + "{'text':{'type':'plain_text','text':'A','emoji':true},'value':'a'}}},"
                + "'ready':{'ready':{'type':'checkboxes','selected_options':"
                + "[{'text':{'type':'plain_text','text':'Yes','emoji':true},'value':'yes'}]}},"
                + "'acts':{'day':{'type':'datepicker','selected_date':null}}}");
    assertThat(view.get("private_metadata").getAsString()).isEqualTo("7Q2K");
    assertThat(view.get("callback_id").getAsString()).isEqualTo("details");
    assertThat(view.keySet())
        .contains("id", "hash", "blocks", "root_view_id", "previous_view_id", "app_id", "bot_id");
  }

  @Test
  void a_submission_names_both_the_submitters_and_the_installing_team() {
    rig.slack.press(
        "U0CUSTOMER",
        "C0ACME",
        rig.post(
            "C0ACME",
            "[{'type':'actions','block_id':'a','elements':[{'type':'button','action_id':'b',"
                + "'text':{'type':'plain_text','text':'B'}}]}]"),
        "a",
        "b",
        null);
    String trigger = rig.app.last().json().get("trigger_id").getAsString();
    String view = rig.open(trigger, Rig.json(VIEW)).getAsJsonObject("view").get("id").getAsString();
    rig.slack.submit("U0CUSTOMER", view, Rig.object("{'id':{'id':{'value':'123'}}}"));
    JsonObject payload = rig.app.last().json();
    assertThat(payload.getAsJsonObject("team").get("id").getAsString()).isEqualTo("T0CUSTOMER");
    assertThat(payload.getAsJsonObject("user").get("team_id").getAsString())
        .isEqualTo("T0CUSTOMER");
    assertThat(payload.getAsJsonObject("view").get("team_id").getAsString())
        .isEqualTo("T0CUSTOMER");
    assertThat(payload.getAsJsonObject("view").get("app_installed_team_id").getAsString())
        .isEqualTo("T0HOME");
  }

  static Stream<Arguments> slack_checks_a_form_before_sending_it() {
    return Stream.of(
        arguments("{}", "id", "Please complete this required field."),
        arguments("{'id':{'id':{'value':''}}}", "id", "Please complete this required field."),
        arguments("{'id':{'id':{'value':'1'}}}", "id", "Please enter at least 2 characters."),
        arguments(
            "{'id':{'id':{'value':'12345'}}}", "id", "Please enter no more than 4 characters."),
        arguments(
            "{'id':{'id':{'value':'12'}},'mail':{'mail':{'value':'nobody'}}}",
            "mail",
            "Please enter a valid email address."),
        arguments(
            "{'id':{'id':{'value':'12'}},'count':{'count':{'value':'x'}}}",
            "count",
            "Please enter a number."),
        arguments(
            "{'id':{'id':{'value':'12'}},'count':{'count':{'value':'1.5'}}}",
            "count",
            "Please enter a whole number."),
        arguments(
            "{'id':{'id':{'value':'12'}},'count':{'count':{'value':'0'}}}",
            "count",
            "Please enter a number of at least 1."),
        arguments(
            "{'id':{'id':{'value':'12'}},'count':{'count':{'value':'10'}}}",
            "count",
            "Please enter a number of at most 9."),
        arguments(
            "{'id':{'id':{'value':'12'}},'plan':{'plan':{'selected_option':null}}}",
            "plan",
            "Please complete this required field."));
  }

  @ParameterizedTest
  @MethodSource
  void slack_checks_a_form_before_sending_it(String values, String block, String complaint) {
    int before = rig.app.received().size();
    Delivery delivery = submit(values);
    assertThat(delivery.ok()).isFalse();
    assertThat(delivery.fieldErrors()).isEqualTo(Map.of(block, complaint));
    assertThat(rig.app.received()).hasSize(before);
    assertThat(shownErrors()).isEqualTo(Rig.object("{'%s':'%s'}".formatted(block, complaint)));
  }

  @Test
  void errors_of_the_app_are_shown_beneath_their_fields() {
    rig.app.answers(200, "{'response_action':'errors','errors':{'id':'Twelve digits, please'}}");
    Delivery delivery = submit("{'id':{'id':{'value':'123'}}}");
    assertThat(delivery.ok()).isFalse();
    assertThat(delivery.status()).isEqualTo(200);
    assertThat(delivery.fieldErrors()).containsEntry("id", "Twelve digits, please");
    assertThat(shownErrors().get("id").getAsString()).isEqualTo("Twelve digits, please");
    assertThat(rig.slack.problems()).isEmpty();
  }

  @Test
  void an_error_for_an_unknown_field_is_dropped_and_counts_as_a_problem() {
    rig.app.answers(
        200, "{'response_action':'errors','errors':{'id':'No','acts':'Lost','nowhere':'Lost'}}");
    Delivery delivery = submit("{'id':{'id':{'value':'123'}}}");
    assertThat(delivery.fieldErrors()).containsOnlyKeys("id");
    assertThat(rig.slack.problems()).hasSize(2);
  }

  @Test
  void an_update_replaces_the_view_and_changes_its_hash() {
    String hash = rig.workspace().views("U0ENGINEER").get(0).get("hash").getAsString();
    rig.app.answers(200, "{'response_action':'update','view':%s}".formatted(plain("Working")));
    assertThat(submit("{'id':{'id':{'value':'123'}}}").ok()).isTrue();
    JsonObject view = rig.workspace().views("U0ENGINEER").get(0);
    assertThat(view.get("id").getAsString()).isEqualTo(id);
    assertThat(view.get("hash").getAsString()).isNotEqualTo(hash);
    assertThat(view.getAsJsonObject("title").get("text").getAsString()).isEqualTo("Working");
    assertThatThrownBy(() -> submit("{}")).hasMessageContaining("no button to submit");
  }

  @Test
  void three_views_can_be_stacked_and_clear_closes_all() {
    String push = "{'response_action':'push','view':%s}";
    rig.app.answers(200, push.formatted(VIEW));
    submit("{'id':{'id':{'value':'123'}}}");
    String second = rig.workspace().views("U0ENGINEER").get(1).get("id").getAsString();
    JsonObject values = Rig.object("{'id':{'id':{'value':'123'}}}");
    assertThatThrownBy(() -> submit("{}")).hasMessageContaining("not in front");
    rig.slack.submit("U0ENGINEER", second, values);
    JsonObject third = rig.workspace().views("U0ENGINEER").get(2);
    assertThat(third.get("root_view_id").getAsString()).isEqualTo(id);
    assertThat(third.get("previous_view_id").getAsString()).isEqualTo(second);
    Delivery fourth = rig.slack.submit("U0ENGINEER", third.get("id").getAsString(), values);
    assertThat(fourth.ok()).isFalse();
    assertThat(rig.slack.problems()).hasSize(1);
    rig.app.answers(200, "{'response_action':'clear'}");
    rig.slack.submit("U0ENGINEER", third.get("id").getAsString(), values);
    assertThat(rig.workspace().views("U0ENGINEER")).isEmpty();
  }

  static Stream<Arguments> a_bad_answer_leaves_the_form_open() {
    return Stream.of(
        arguments(500, "", 0),
        arguments(404, "", 0),
        arguments(200, "thanks", 1),
        arguments(200, "{}", 1),
        arguments(200, "{'response_action':'errors','errors':{}}", 1),
        arguments(200, "{'response_action':'update'}", 1),
        arguments(200, "{'response_action':'update','view':{'type':'modal'}}", 1),
        arguments(200, "{'response_action':'dance'}", 1));
  }

  @ParameterizedTest
  @MethodSource
  void a_bad_answer_leaves_the_form_open(int status, String body, int problems) {
    rig.app.answers(status, body);
    Delivery delivery = submit("{'id':{'id':{'value':'123'}}}");
    assertThat(delivery.shownError()).isEqualTo("We had some trouble connecting. Try again?");
    assertThat(rig.workspace().views("U0ENGINEER")).hasSize(1);
    assertThat(rig.slack.problems()).hasSize(problems);
    assertThat(shown().get("busy").getAsBoolean()).isFalse();
  }

  @Test
  void a_form_is_busy_until_the_app_answers() {
    rig.app.answers(
        request -> {
          boolean busy = shown().get("busy").getAsBoolean();
          return TinyApp.reply(busy ? 200 : 500, "");
        });
    assertThat(submit("{'id':{'id':{'value':'123'}}}").ok()).isTrue();
  }

  @Test
  void a_press_in_a_view_carries_the_view_and_its_field_values() {
    JsonObject typed = Rig.object("{'id':{'id':{'value':'12'}}}");
    rig.slack.pressInView("U0ENGINEER", id, "acts", "day", "2027-02-01", typed);
    JsonObject payload = rig.app.last().json();
    assertThat(payload.getAsJsonObject("container").get("view_id").getAsString()).isEqualTo(id);
    assertThat(payload.has("channel")).isFalse();
    assertThat(payload.has("response_url")).isFalse();
    String values = payload.getAsJsonObject("view").get("state").toString();
    assertThat(values).contains("\"value\":\"12\"").contains("\"selected_date\":\"2027-02-01\"");
    assertThat(rig.slack.pressInView("U0ENGINEER", id, "acts", "help", null).ok()).isTrue();
  }

  @Test
  void an_app_is_told_of_closing_if_it_asked_for_that() {
    rig.slack.closeView("U0ENGINEER", id);
    assertThat(rig.workspace().views("U0ENGINEER")).isEmpty();
    JsonObject payload = rig.app.last().json();
    assertThat(payload.get("type").getAsString()).isEqualTo("view_closed");
    assertThat(payload.get("is_cleared").getAsBoolean()).isFalse();
    assertThat(
            rig.call("views.update", "{'view_id':'%s','view':%s}".formatted(id, VIEW)).toString())
        .contains("not_found");
  }

  @Test
  void a_missing_field_or_option_cannot_be_filled_in() {
    assertThatThrownBy(() -> submit("{'nowhere':{'x':{'value':'1'}}}"))
        .hasMessageContaining("nowhere/x");
    assertThatThrownBy(() -> submit("{'plan':{'plan':{'selected_option':{'value':'z'}}}}"))
        .hasMessageContaining("does not offer z");
  }

  private Delivery submit(String values) {
    return rig.slack.submit("U0ENGINEER", id, Rig.object(values));
  }

  private JsonObject shown() {
    return rig.slack.snapshot("U0ENGINEER", null).getAsJsonArray("views").get(0).getAsJsonObject();
  }

  private JsonObject shownErrors() {
    return shown().getAsJsonObject("errors");
  }

  private static String plain(String title) {
    return "{'type':'modal','title':{'type':'plain_text','text':'%s'},'blocks':[]}"
        .formatted(title);
  }
}
