package awssetup.sandbox.slack.api;

import com.google.gson.JsonObject;
import java.time.Instant;

/**
 * One request the app made of the Web API.
 *
 * @param at by the stand-in's clock
 * @param method for example {@code chat.postMessage}, or {@code response_url}
 * @param arguments as sent, without the token: texts where they came as a form, trees where as JSON
 * @param answer as given; empty where the connection was cut
 */
public record SlackCall(Instant at, String method, JsonObject arguments, JsonObject answer) {}
