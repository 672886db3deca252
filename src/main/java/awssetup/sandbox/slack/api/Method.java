package awssetup.sandbox.slack.api;

import awssetup.sandbox.slack.wire.Arguments;
import com.google.gson.JsonObject;
import java.util.function.Function;

/**
 * One Web API method. It runs under the workspace's lock and answers everything but {@code ok}.
 *
 * @param scope what the token needs for it, or null
 */
record Method(String scope, Function<Arguments, JsonObject> body) {}
