package awssetup.sandbox.slack.api;

import com.google.gson.JsonObject;
import java.time.Instant;

/**
 * One request that the app made to the Web API.
 *
 * @param at by the stand-in's clock
 * @param method for example {@code chat.postMessage}, or {@code response_url}
 * @param arguments as sent, without the token: texts if they came as a form, trees if they came as
 *     JSON
 * @param answer empty if the connection was cut
 */
public record SlackCall(Instant at, String method, JsonObject arguments, JsonObject answer) {}
