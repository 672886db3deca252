package awssetup.sandbox.aws;

import com.google.gson.JsonObject;
import java.time.Instant;

/**
 * One request that reached the stand-in.
 *
 * @param at when, by the stand-in's clock
 * @param operation AWS's name of it, or "?" where the request names none
 * @param input its members as AWS names them; at STS every value is a string
 * @param status the HTTP status answered, 0 where the connection was cut instead
 * @param error the code and reason answered, what was done to the connection, or null
 */
public record AwsCall(Instant at, String operation, JsonObject input, int status, String error) {}
