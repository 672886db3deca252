package awssetup.sandbox.aws.wire;

import awssetup.sandbox.aws.state.AwsError;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** JSON as AWS reads and writes it: strictly, with times as epoch seconds. */
public final class AwsJson {
  private static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();
  private static final long FARTHEST_SECOND =
      Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private AwsJson() {}

  /** The JSON value in this text, or empty if it is not JSON. */
  public static Optional<JsonElement> parse(String text) {
    try {
      return Optional.ofNullable(STRICT.fromJson(text, JsonElement.class));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  /** The text under this name, or null if there is none. */
  public static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() ? null : value.getAsString();
  }

  /**
   * The time under this name, or null if there is none.
   *
   * @throws AwsError beyond the year 9999, which AWS cannot read either
   */
  public static Instant moment(JsonObject object, String name) {
    JsonElement value = object.get(name);
    if (value == null || value.isJsonNull()) {
      return null;
    }
    BigDecimal seconds = value.getAsBigDecimal();
    if (seconds.abs().compareTo(BigDecimal.valueOf(FARTHEST_SECOND)) > 0) {
      throw AwsError.of("SerializationException", name + " is not a timestamp.");
    }
    return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
  }

  /** The time as AWS writes it: epoch seconds with milliseconds. */
  public static BigDecimal seconds(Instant moment) {
    return BigDecimal.valueOf(moment.toEpochMilli(), 3);
  }
}
