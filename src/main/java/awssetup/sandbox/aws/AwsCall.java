package awssetup.sandbox.aws;

import com.google.gson.JsonObject;
import java.time.Instant;

/**
 * One request that reached the stand-in.
 *
 * @param at when, by the stand-in's clock
 * @param operation AWS's name of it, or "?" if the request names none
 * @param input its members as AWS names them; at STS every value is a string
 * @param status the HTTP status of the answer, 0 if the connection was cut instead
 * @param error the code and reason of the answer, or what was done to the connection; null if the
 *     call succeeded
 */
public record AwsCall(Instant at, String operation, JsonObject input, int status, String error) {}
