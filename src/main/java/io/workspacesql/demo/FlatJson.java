package io.workspacesql.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object; what lies deeper is left out. */
final class FlatJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Field ABSENT = new Field(JsonToken.NOT_AVAILABLE, "");

  private final Map<String, Field> fields;

  private record Field(JsonToken type, String text) {}

  private FlatJson(Map<String, Field> fields) {
    this.fields = fields;
  }

  /** Empty when the bytes are not one whole JSON object. */
  static Optional<FlatJson> parse(byte[] bytes) {
    try (JsonParser json = JSON.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      FlatJson object = new FlatJson(fields(json));
      return json.nextToken() == null ? Optional.of(object) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A request's body, which must be one whole JSON object. */
  static FlatJson body(@Nullable ByteString body) throws Refused {
    Optional<FlatJson> object = body == null ? Optional.empty() : parse(body.toByteArray());
    return object.orElseThrow(
        () -> Refused.invalid("body", "Input should be a JSON object", "json_invalid"));
  }

  private static Map<String, Field> fields(JsonParser json) throws IOException {
    Map<String, Field> fields = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken type = json.nextToken();
      fields.put(name, new Field(type, json.getText()));
      json.skipChildren();
    }
    return fields;
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Whether there is such a field that is not null. */
  boolean hasValue(String name) {
    return has(name) && field(name).type() != JsonToken.VALUE_NULL;
  }

  /** Empty when there is no such field, or it is no text. */
  String text(String name) {
    return isText(name) ? field(name).text() : "";
  }

  boolean isText(String name) {
    return field(name).type() == JsonToken.VALUE_STRING;
  }

  /** Null when there is no such field, or it is no boolean. */
  @Nullable Boolean truth(String name) {
    JsonToken type = field(name).type();
    return type.isBoolean() ? Boolean.valueOf(type == JsonToken.VALUE_TRUE) : null;
  }

  /** What is wrong with a field that must be a name; empty = nothing. */
  Optional<Refused.Item> wrongName(String name) {
    if (!has(name)) {
      return Optional.of(Refused.Item.missing(name));
    }
    if (!isText(name)) {
      return Optional.of(new Refused.Item(name, "Input should be a valid string", "string_type"));
    }
    return text(name).isEmpty()
        ? Optional.of(
            new Refused.Item(name, "String should have at least 1 character", "string_too_short"))
        : Optional.empty();
  }

  private Field field(String name) {
    return fields.getOrDefault(name, ABSENT);
  }
}
