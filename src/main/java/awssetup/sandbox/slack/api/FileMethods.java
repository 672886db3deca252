package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.wire.Arguments;
import awssetup.sandbox.slack.wire.HttpReply;
import awssetup.sandbox.slack.world.ApiError;
import awssetup.sandbox.slack.world.BoundedList;
import awssetup.sandbox.slack.world.JsonTree;
import awssetup.sandbox.slack.world.SharedFile;
import awssetup.sandbox.slack.world.StandInChannel;
import awssetup.sandbox.slack.world.StandInContext;
import awssetup.sandbox.slack.world.StandInMessage;
import awssetup.sandbox.slack.world.StandInWorkspace;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Files, in Slack's three steps: the app asks for an address, posts the content there, and
 * completes the upload, which shares it. docs.slack.dev/messaging/working-with-files#upload
 */
public final class FileMethods implements HttpHandler {
  /** The path under which content is posted. */
  public static final String PREFIX = "/upload/";

  /** A user ID is refused here, unlike in chat.postMessage; bolt-js issue 2115. */
  private static final Pattern CONVERSATION = Pattern.compile("[CGDZ][A-Z0-9]{5,}");

  private final StandInContext context;
  private final StandInWorkspace workspace;
  private final ScopeCheck access;
  private final URI base;
  private final FaultyAnswers faultyAnswers;
  private final BoundedList<SlackCall> calls;

  public FileMethods(
      StandInContext context, URI base, FaultyAnswers faultyAnswers, BoundedList<SlackCall> calls) {
    this.context = context;
    this.workspace = context.workspace();
    this.access = new ScopeCheck(context);
    this.base = base;
    this.faultyAnswers = faultyAnswers;
    this.calls = calls;
  }

  void addTo(Map<String, Method> methods) {
    methods.put("files.getUploadURLExternal", new Method("files:write", this::announce));
    methods.put("files.completeUploadExternal", new Method("files:write", this::complete));
  }

  private JsonObject announce(Arguments arguments) {
    String name = arguments.required("filename");
    int length = arguments.integer("length", 0);
    if (length <= 0) {
      throw ApiError.of("missing_argument");
    }
    String id = context.ids().next("F");
    workspace.files().put(new SharedFile(id, name, name, length, null));
    return JsonTree.object("upload_url", base.resolve(PREFIX + id).toString(), "file_id", id);
  }

  /** Takes the content. The address is the only secret: no token is asked for. */
  @Override
  public void handle(HttpExchange http) throws IOException {
    try {
      String id = http.getRequestURI().getPath().substring(PREFIX.length());
      byte[] content = http.getRequestBody().readAllBytes();
      JsonObject sent = JsonTree.object("file", id, "length", content.length);
      faultyAnswers.serve(
          "upload",
          sent,
          http,
          () -> receive(id, content),
          (status, answer) ->
              calls.add(
                  new SlackCall(context.clock().instant(), "upload", sent, answer.deepCopy())));
    } finally {
      http.close();
    }
  }

  private HttpReply receive(String id, byte[] content) {
    synchronized (workspace) {
      SharedFile announced = workspace.files().upload(id).orElse(null);
      if (announced == null) {
        return HttpReply.text(404, "no such upload");
      }
      if (announced.length() != content.length) {
        return HttpReply.text(
            400, "announced " + announced.length() + " bytes, got " + content.length);
      }
      workspace.files().put(announced.with(content));
      return HttpReply.text(200, "OK - " + content.length);
    }
  }

  private JsonObject complete(Arguments arguments) {
    List<SharedFile> files = files(arguments);
    String id = arguments.string("channel_id");
    if (id == null) {
      context
          .problems()
          .add("files.completeUploadExternal without a channel: the file is not shown to anyone");
      return JsonTree.object("files", described(files));
    }
    if (!CONVERSATION.matcher(id).matches()) {
      throw ApiError.withMessages(
          "invalid_arguments",
          List.of(
              "input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]"));
    }
    StandInChannel channel = access.joined(id);
    String ts = context.timestamps().next();
    String comment = arguments.string("initial_comment");
    StandInMessage message =
        StandInMessage.ofBot(
            ts, channel.id(), workspace.bot(), comment == null ? "" : comment, new JsonArray());
    workspace.timelines().put(message);
    workspace.files().share(files, channel.id(), message.ts());
    return JsonTree.object("files", described(files));
  }

  private List<SharedFile> files(Arguments arguments) {
    JsonElement tree = arguments.json("files", "invalid_arguments");
    if (!(tree instanceof JsonArray named) || named.isEmpty()) {
      throw ApiError.missing("files");
    }
    return JsonTree.objects(named).stream()
        .map(
            file ->
                workspace
                    .files()
                    .upload(JsonTree.string(file, "id"))
                    .filter(upload -> upload.content() != null)
                    .orElseThrow(() -> ApiError.of("file_not_found"))
                    .titled(JsonTree.string(file, "title")))
        .toList();
  }

  private static JsonArray described(List<SharedFile> files) {
    return JsonTree.array(
        files.stream().map(f -> JsonTree.object("id", f.id(), "title", f.title())).toList());
  }
}
