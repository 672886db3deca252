package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.wire.Arguments;
import com.google.gson.JsonObject;
import java.util.function.Function;

/**
 * One Web API method.
 *
 * @param scope the scope that the token needs, or null
 * @param body runs under the workspace's lock and answers everything but {@code ok}
 */
record Method(String scope, Function<Arguments, JsonObject> body) {}
