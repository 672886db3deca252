package awssetup.sandbox.aws.wire;

import awssetup.sandbox.aws.state.AwsError;
import awssetup.sandbox.aws.wire.Shape.Many;
import awssetup.sandbox.aws.wire.Shape.Structure;
import awssetup.sandbox.aws.wire.Shape.Text;
import awssetup.sandbox.aws.wire.Shape.Whole;
import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Checks a request against its {@link Shape} and raises {@link AwsError} with the reason that AWS
 * would give. A wrong JSON type is a SerializationException, as in every AWS JSON service.
 */
public final class ShapeCheck {
  private final boolean strict;

  /**
   * @param strict whether to refuse members that AWS does not know; AWS itself ignores them
   */
  public ShapeCheck(boolean strict) {
    this.strict = strict;
  }

  /**
   * Checks one value.
   *
   * @param path names the value in errors
   * @throws AwsError if it does not fit
   */
  public void check(String path, Shape shape, JsonElement value) {
    if (shape instanceof Structure structure) {
      checkStructure(path, structure, value);
    } else if (shape instanceof Many many) {
      checkMany(path, many, value);
    } else if (shape instanceof Text text) {
      checkText(path, text, value);
    } else if (shape instanceof Whole whole) {
      checkWhole(path, whole, value);
    } else {
      number(path, value);
    }
  }

  private void checkStructure(String path, Structure structure, JsonElement value) {
    if (!value.isJsonObject()) {
      throw wrongType(path, "an object");
    }
    Map<String, JsonElement> given = value.getAsJsonObject().asMap();
    structure
        .members()
        .forEach(
            (name, member) -> {
              JsonElement inner = given.get(name);
              if (inner != null && !inner.isJsonNull()) {
                check(path + "." + name, member.shape(), inner);
              } else if (member.required()) {
                throw AwsError.invalid("INPUT_REQUIRED", path + "." + name + " is required.");
              }
            });
    for (String name : given.keySet()) {
      if (strict && !structure.members().containsKey(name)) {
        throw AwsError.of("SerializationException", path + " has no member " + name + ".");
      }
    }
  }

  private void checkMany(String path, Many many, JsonElement value) {
    if (!value.isJsonArray()) {
      throw wrongType(path, "a list");
    }
    for (JsonElement item : value.getAsJsonArray()) {
      if (item.isJsonNull()) {
        throw AwsError.invalid("INVALID_LIST_MEMBER", path + " has an empty entry.");
      }
      check(path, many.item(), item);
    }
  }

  private void checkText(String path, Text shape, JsonElement value) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw wrongType(path, "a string");
    }
    String text = value.getAsString();
    if (!shape.words().isEmpty() && !shape.words().contains(text)) {
      throw AwsError.invalid("INVALID_ENUM", path + " must be one of " + shape.words() + ".");
    }
    int length = text.codePointCount(0, text.length());
    if (length < shape.min()) {
      throw AwsError.invalid("MIN_LENGTH_EXCEEDED", path + " is shorter than " + shape.min() + ".");
    }
    if (length > shape.max()) {
      throw AwsError.invalid("MAX_LENGTH_EXCEEDED", path + " is longer than " + shape.max() + ".");
    }
    if (!shape.pattern().isEmpty() && !text.matches(shape.pattern())) {
      throw AwsError.invalid("INVALID_PATTERN", path + " does not match " + shape.pattern() + ".");
    }
  }

  private void checkWhole(String path, Whole shape, JsonElement value) {
    BigDecimal number = number(path, value);
    if (number.stripTrailingZeros().scale() > 0) {
      throw wrongType(path, "a whole number");
    }
    if (number.compareTo(BigDecimal.valueOf(shape.min())) < 0) {
      throw AwsError.invalid("MIN_VALUE_EXCEEDED", path + " is less than " + shape.min() + ".");
    }
    if (number.compareTo(BigDecimal.valueOf(shape.max())) > 0) {
      throw AwsError.invalid("MAX_VALUE_EXCEEDED", path + " is more than " + shape.max() + ".");
    }
  }

  private static BigDecimal number(String path, JsonElement value) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      throw wrongType(path, "a number");
    }
    return value.getAsBigDecimal();
  }

  private static AwsError wrongType(String path, String wanted) {
    return AwsError.of("SerializationException", path + " must be " + wanted + ".");
  }
}
