package awssetup.sandbox.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit of the reference, just inside and just outside. The JSON uses single quotes. */
class BlockKitTest {
  private static final String SECTION = "{'type':'section','text':{'type':'mrkdwn','text':'x'}}";
  private static final String INPUT =
      "{'type':'input','block_id':'a','label':{'type':'plain_text','text':'L'},'element':%s}";
  private static final String ACTIONS = "{'type':'actions','elements':[%s]}";
  private static final String OPTION = "{'text':{'type':'plain_text','text':'o'},'value':'%s'}";

  static Stream<Arguments> blocks_outside_a_limit_are_refused() {
    return Stream.of(
        arguments(many(51, SECTION), "no more than 50 items allowed [json-pointer:/blocks]"),
        arguments("{'type':'marquee'}", "unsupported type: marquee [json-pointer:/blocks/0/type]"),
        arguments("{'text':'x'}", "missing required field: type [json-pointer:/blocks/0]"),
        arguments("'x'", "must provide an object [json-pointer:/blocks/0]"),
        arguments(
            "{'type':'divider','colour':'red'}",
            "invalid additional property: colour [json-pointer:/blocks/0]"),
        arguments(
            "{'type':'divider','block_id':'%s'}".formatted(x(256)),
            "must be less than 256 characters [json-pointer:/blocks/0/block_id]"),
        arguments(
            "{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}",
            "`block_id` \"a\" already exists [json-pointer:/blocks/1/block_id]"),
        arguments(
            "{'type':'section'}", "must define either `text` or `fields` [json-pointer:/blocks/0]"),
        arguments(
            section("mrkdwn", ""),
            "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
        arguments(
            section("mrkdwn", x(3001)),
            "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
        arguments(
            section("html", "x"), "unsupported type: html [json-pointer:/blocks/0/text/type]"),
        arguments(
            "{'type':'section','text':{'type':'mrkdwn','text':'x','emoji':true}}",
            "invalid additional property: emoji [json-pointer:/blocks/0/text]"),
        arguments(
            "{'type':'section','text':{'type':'mrkdwn','text':null}}",
            "must provide a string [json-pointer:/blocks/0/text/text]"),
        arguments(
            "{'type':'section','fields':[%s]}".formatted(many(11, text("mrkdwn", "x"))),
            "no more than 10 items allowed [json-pointer:/blocks/0/fields]"),
        arguments(
            "{'type':'section','fields':[%s]}".formatted(text("mrkdwn", x(2001))),
            "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]"),
        arguments(
            "{'type':'header','text':%s}".formatted(text("mrkdwn", "x")),
            "must be a valid enum value [json-pointer:/blocks/0/text/type]"),
        arguments(
            "{'type':'header','text':%s}".formatted(text("plain_text", x(151))),
            "must be less than 151 characters [json-pointer:/blocks/0/text/text]"),
        arguments(
            "{'type':'context','elements':[]}",
            "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]"),
        arguments(
            "{'type':'context','elements':[%s]}".formatted(many(11, text("mrkdwn", "x"))),
            "no more than 10 items allowed [json-pointer:/blocks/0/elements]"),
        arguments(
            "{'type':'context','elements':[%s]}".formatted(button("x", "")),
            "unsupported type: button [json-pointer:/blocks/0/elements/0/type]"),
        arguments(
            ACTIONS.formatted(many(26, button("x", ""))),
            "no more than 25 items allowed [json-pointer:/blocks/0/elements]"),
        arguments(
            ACTIONS.formatted(
                button("x", ",'action_id':'a'") + "," + button("y", ",'action_id':'a'")),
            "`action_id` \"a\" already exists [json-pointer:/blocks/0/elements/1/action_id]"),
        arguments(
            ACTIONS.formatted("{'type':'plain_text_input'}"),
            "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]"),
        arguments(
            "{'type':'image','image_url':'https://x.example/a.png'}",
            "missing required field: alt_text [json-pointer:/blocks/0]"),
        arguments(
            "{'type':'image','alt_text':'x'}",
            "must define either `image_url` or `slack_file` [json-pointer:/blocks/0]"),
        arguments(
            "{'type':'image','alt_text':'x','image_url':'a.png'}",
            "must be a valid URL [json-pointer:/blocks/0/image_url]"),
        arguments(
            INPUT.formatted("{'type':'email_text_input'}"),
            "unsupported type: email_text_input [json-pointer:/blocks/0/element/type]"),
        arguments(
            "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'x'}]}]}",
            "unsupported type: x [json-pointer:/blocks/0/elements/0/elements/0/type]"));
  }

  @ParameterizedTest
  @MethodSource
  void blocks_outside_a_limit_are_refused(String blocks, String complaint) {
    assertThat(BlockKit.message(json("[" + blocks + "]"))).containsExactly(complaint);
  }

  static Stream<Arguments> elements_outside_a_limit_are_refused() {
    return Stream.of(
        arguments(button(x(76), ""), "must be less than 76 characters [at]/text/text"),
        arguments(button("x", ",'action_id':''"), "must be more than 0 characters [at]/action_id"),
        arguments(
            button("x", ",'action_id':'%s'".formatted(x(256))),
            "must be less than 256 characters [at]/action_id"),
        arguments(
            button("x", ",'value':'%s'".formatted(x(2001))),
            "must be less than 2001 characters [at]/value"),
        arguments(
            button("x", ",'url':'https://x.example/%s'".formatted(x(3000))),
            "must be less than 3001 characters [at]/url"),
        arguments(button("x", ",'url':'no url'"), "must be a valid URL [at]/url"),
        arguments(button("x", ",'style':'default'"), "must be a valid enum value [at]/style"),
        arguments(
            button("x", ",'accessibility_label':'%s'".formatted(x(76))),
            "must be less than 76 characters [at]/accessibility_label"),
        arguments(
            button("x", ",'confirm':" + confirm(x(101), "x", "x", "x")),
            "must be less than 101 characters [at]/confirm/title/text"),
        arguments(
            button("x", ",'confirm':" + confirm("x", x(301), "x", "x")),
            "must be less than 301 characters [at]/confirm/text/text"),
        arguments(
            button("x", ",'confirm':" + confirm("x", "x", x(31), "x")),
            "must be less than 31 characters [at]/confirm/confirm/text"),
        arguments(
            button("x", ",'confirm':" + confirm("x", "x", "x", x(31))),
            "must be less than 31 characters [at]/confirm/deny/text"),
        arguments(choice("overflow", option("a")), "no fewer than 2 items allowed [at]/options"),
        arguments(choice("overflow", options(6)), "no more than 5 items allowed [at]/options"),
        arguments(
            choice("radio_buttons", options(11)), "no more than 10 items allowed [at]/options"),
        arguments(choice("checkboxes", options(11)), "no more than 10 items allowed [at]/options"),
        arguments(
            choice("static_select", options(101)), "no more than 100 items allowed [at]/options"),
        arguments(
            "{'type':'static_select'}", "must define either `options` or `option_groups` [at]"),
        arguments(
            "{'type':'static_select','options':[%s],'initial_option':%s}"
                .formatted(option("a"), option("b")),
            "must match one of the options [at]/initial_option"),
        arguments(
            "{'type':'checkboxes','options':[%s],'initial_options':[%s]}"
                .formatted(option("a"), option("b")),
            "must match one of the options [at]/initial_options/0"),
        arguments(
            "{'type':'static_select','placeholder':%s,'options':[%s]}"
                .formatted(text("plain_text", x(151)), option("a")),
            "must be less than 151 characters [at]/placeholder/text"),
        arguments(
            choice("static_select", "{'text':%s,'value':'a'}".formatted(text("mrkdwn", "x"))),
            "must be a valid enum value [at]/options/0/text/type"),
        arguments(
            choice("static_select", "{'text':%s,'value':'a'}".formatted(text("plain_text", x(76)))),
            "must be less than 76 characters [at]/options/0/text/text"),
        arguments(
            choice("static_select", option(x(151))),
            "must be less than 151 characters [at]/options/0/value"),
        arguments(
            choice(
                "static_select",
                "{'text':%s,'value':'a','description':%s}"
                    .formatted(text("plain_text", "x"), text("plain_text", x(76)))),
            "must be less than 76 characters [at]/options/0/description/text"),
        arguments(
            "{'type':'datepicker','initial_date':'1.2.2026'}",
            "must be a date in the format YYYY-MM-DD [at]/initial_date"),
        arguments(
            "{'type':'timepicker','initial_time':'25:00'}",
            "must be a time in the format HH:mm [at]/initial_time"));
  }

  @ParameterizedTest
  @MethodSource
  void elements_outside_a_limit_are_refused(String element, String complaint) {
    String at = "[json-pointer:/blocks/0/elements/0";
    String expected = complaint.replace("[at]", at) + "]";
    assertThat(BlockKit.message(json("[" + ACTIONS.formatted(element) + "]")))
        .containsExactly(expected);
  }

  static Stream<Arguments> inputs_outside_a_limit_are_refused() {
    return Stream.of(
        arguments("{'type':'button'}", "unsupported type: button [at]/type"),
        arguments(
            "{'type':'plain_text_input','max_length':3001}",
            "must be less than 3001 [at]/max_length"),
        arguments(
            "{'type':'plain_text_input','max_length':0}", "must be greater than 0 [at]/max_length"),
        arguments(
            "{'type':'plain_text_input','max_length':'9'}",
            "must provide an integer [at]/max_length"),
        arguments(
            "{'type':'plain_text_input','min_length':-1}",
            "must be greater than -1 [at]/min_length"),
        arguments(
            "{'type':'plain_text_input','min_length':9,'max_length':8}",
            "must be less than or equal to `max_length` [at]/min_length"),
        arguments(
            "{'type':'plain_text_input','initial_value':'abc','max_length':2}",
            "must be less than 3 characters [at]/initial_value"),
        arguments(
            "{'type':'plain_text_input','placeholder':%s}".formatted(text("plain_text", x(151))),
            "must be less than 151 characters [at]/placeholder/text"),
        arguments(
            "{'type':'plain_text_input','multiline':'yes'}",
            "must provide a boolean [at]/multiline"),
        arguments(
            "{'type':'plain_text_input','dispatch_action_config':{'trigger_actions_on':['x']}}",
            "must be a valid enum value [at]/dispatch_action_config/trigger_actions_on/0"),
        arguments("{'type':'number_input'}", "missing required field: is_decimal_allowed [at]"),
        arguments(
            "{'type':'number_input','is_decimal_allowed':false,'min_value':'x'}",
            "must provide a number as a string [at]/min_value"),
        arguments(
            "{'type':'number_input','is_decimal_allowed':false,'min_value':'9','max_value':'1'}",
            "must be less than or equal to `max_value` [at]/min_value"));
  }

  @ParameterizedTest
  @MethodSource
  void inputs_outside_a_limit_are_refused(String element, String complaint) {
    String at = "[json-pointer:/view/blocks/0/element";
    String expected = complaint.replace("[at]", at) + "]";
    assertThat(BlockKit.modal(modal(INPUT.formatted(element), ""))).containsExactly(expected);
  }

  static Stream<Arguments> views_outside_a_limit_are_refused() {
    String input = INPUT.formatted("{'type':'plain_text_input'}");
    return Stream.of(
        arguments(
            "{'type':'modal','blocks':[]}", "missing required field: title [json-pointer:/view]"),
        arguments(
            "{'type':'home','title':%s,'blocks':[]}".formatted(text("plain_text", "x")),
            "must be a valid enum value [json-pointer:/view/type]"),
        arguments(
            "{'type':'modal','title':%s,'blocks':[]}".formatted(text("plain_text", x(25))),
            "must be less than 25 characters [json-pointer:/view/title/text]"),
        arguments(
            "{'type':'modal','title':%s,'blocks':[]}".formatted(text("mrkdwn", "x")),
            "must be a valid enum value [json-pointer:/view/title/type]"),
        arguments(
            "{'type':'modal','title':%s,'blocks':[%s]}".formatted(text("plain_text", "x"), input),
            "must define `submit` to use an `input` block in modals"
                + " [json-pointer:/view/blocks/0/input]"),
        arguments(
            view(many(101, SECTION), ""),
            "no more than 100 items allowed [json-pointer:/view/blocks]"),
        arguments(
            view("", ",'private_metadata':'%s'".formatted(x(3001))),
            "must be less than 3001 characters [json-pointer:/view/private_metadata]"),
        arguments(
            view("", ",'callback_id':'%s'".formatted(x(256))),
            "must be less than 256 characters [json-pointer:/view/callback_id]"),
        arguments(
            view("", ",'external_id':'%s'".formatted(x(256))),
            "must be less than 256 characters [json-pointer:/view/external_id]"),
        arguments(view("", ",'id':'V1'"), "invalid additional property: id [json-pointer:/view]"),
        arguments(
            view(
                INPUT.formatted("{'type':'plain_text_input','focus_on_load':true}")
                    + ","
                    + INPUT
                        .formatted("{'type':'plain_text_input','focus_on_load':true}")
                        .replace("'a'", "'b'"),
                ""),
            "only one element can have `focus_on_load` set to true [json-pointer:/view]"),
        arguments(
            view(input.replace("'L'", "'" + x(2001) + "'"), ""),
            "must be less than 2001 characters [json-pointer:/view/blocks/0/label/text]"));
  }

  @ParameterizedTest
  @MethodSource
  void views_outside_a_limit_are_refused(String view, String complaint) {
    assertThat(BlockKit.modal((JsonObject) json(view))).containsExactly(complaint);
  }

  static Stream<String> blocks_at_their_limit_are_accepted() {
    return Stream.of(
        many(50, SECTION),
        section("mrkdwn", x(3000)),
        section("plain_text", x(3000)),
        "{'type':'section','fields':[%s]}".formatted(many(10, text("mrkdwn", x(2000)))),
        "{'type':'section','expand':true,'text':%s,'accessory':%s}"
            .formatted(text("mrkdwn", "x"), choice("overflow", options(5))),
        "{'type':'header','text':%s}".formatted(text("plain_text", x(150))),
        "{'type':'context','elements':[%s]}".formatted(many(10, text("mrkdwn", "x"))),
        "{'type':'context','elements':[{'type':'image','alt_text':'x','image_url':'https://x.example/a'}]}",
        ACTIONS.formatted(many(25, button(x(75), ",'value':'%s'".formatted(x(2000))))),
        ACTIONS.formatted(
            button("x", ",'style':'danger','confirm':" + confirm(x(100), x(300), x(30), x(30)))),
        ACTIONS.formatted(choice("static_select", options(100))),
        ACTIONS.formatted(
            "{'type':'radio_buttons','options':[%s],'initial_option':%s}"
                .formatted(options(10), option("v3"))),
        ACTIONS.formatted(
            choice("checkboxes", "{'text':%s,'value':'a'}".formatted(text("mrkdwn", "*x*")))),
        ACTIONS.formatted("{'type':'datepicker','initial_date':'2026-12-31'}"),
        "{'type':'rich_text','elements':[{'type':'rich_text_list','style':'bullet','elements':"
            + "[{'type':'rich_text_section','elements':[{'type':'text','text':'x','style':{'bold':true}}]}]}]}");
  }

  @ParameterizedTest
  @MethodSource
  void blocks_at_their_limit_are_accepted(String blocks) {
    assertThat(BlockKit.message(json("[" + blocks + "]"))).isEmpty();
  }

  @Test
  void a_full_modal_is_accepted() {
    String inputs =
        Stream.of(
                "{'type':'plain_text_input','multiline':true,'min_length':1,'max_length':3000}",
                "{'type':'email_text_input','focus_on_load':true}",
                "{'type':'number_input','is_decimal_allowed':false,'min_value':'1'}",
                choice("radio_buttons", options(2)),
                choice("checkboxes", options(2)),
                choice("static_select", options(2)))
            .map(INPUT::formatted)
            .toList()
            .toString();
    JsonElement blocks = json(inputs);
    for (int i = 0; i < blocks.getAsJsonArray().size(); i++) {
      blocks.getAsJsonArray().get(i).getAsJsonObject().addProperty("block_id", "b" + i);
    }
    String rest = ",'private_metadata':'%s','notify_on_close':true".formatted(x(3000));
    assertThat(
            BlockKit.modal(
                (JsonObject) json(view(blocks.toString().replaceAll("^.|.$", ""), rest))))
        .isEmpty();
  }

  @Test
  void a_home_tab_takes_a_hundred_blocks_and_no_title() {
    String home = "{'type':'home','blocks':[%s]%s}";
    String full = home.formatted(many(100, SECTION), "");
    assertThat(BlockKit.home((JsonObject) json(full))).isEmpty();
    String titled = home.formatted("", ",'title':" + text("plain_text", "x"));
    assertThat(BlockKit.home((JsonObject) json(titled)))
        .containsExactly("invalid additional property: title [json-pointer:/view]");
  }

  @Test
  void every_complaint_is_listed_at_once() {
    String blocks = "[{'type':'section'},{'type':'header','text':%s},{'type':'x'}]";
    assertThat(BlockKit.message(json(blocks.formatted(text("plain_text", x(151)))))).hasSize(3);
  }

  private static JsonObject modal(String blocks, String more) {
    return (JsonObject) json(view(blocks, more));
  }

  private static String view(String blocks, String more) {
    return "{'type':'modal','title':%s,'submit':%s,'blocks':[%s]%s}"
        .formatted(text("plain_text", x(24)), text("plain_text", x(24)), blocks, more);
  }

  private static String section(String type, String text) {
    return "{'type':'section','text':%s}".formatted(text(type, text));
  }

  private static String text(String type, String text) {
    return "{'type':'%s','text':'%s'}".formatted(type, text);
  }

  private static String button(String text, String more) {
    return "{'type':'button','text':%s%s}".formatted(text("plain_text", text), more);
  }

  private static String confirm(String title, String text, String confirm, String deny) {
    return "{'title':%s,'text':%s,'confirm':%s,'deny':%s}"
        .formatted(
            text("plain_text", title),
            text("mrkdwn", text),
            text("plain_text", confirm),
            text("plain_text", deny));
  }

  private static String choice(String type, String options) {
    return "{'type':'%s','options':[%s]}".formatted(type, options);
  }

  private static String option(String value) {
    return OPTION.formatted(value);
  }

  private static String options(int count) {
    return String.join(
        ",", Stream.iterate(0, i -> i + 1).limit(count).map(i -> option("v" + i)).toList());
  }

  private static String many(int count, String one) {
    List<String> copies = Collections.nCopies(count, one);
    return String.join(",", copies);
  }

  private static String x(int count) {
    return "x".repeat(count);
  }

  private static JsonElement json(String text) {
    return JsonParser.parseString(text.replace('\'', '"'));
  }
}
