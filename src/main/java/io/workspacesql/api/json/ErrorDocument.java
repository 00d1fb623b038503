package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the body of an error says, whatever its shape: {@code message} with {@code errors}, {@code
 * detail} as text or list, {@code error} with {@code message}, a gateway's page, or nothing.
 */
public final class ErrorDocument {
  /** Of a body that is no JSON, or too long to look for a message in it. */
  private static final int RAW_LIMIT = 2048;

  private static final int JSON_LIMIT = 1 << 16;

  private ErrorDocument() {}

  /** The message, unchecked text of the server's choice; empty = none. */
  public static String read(byte[] body) {
    if (body.length > JSON_LIMIT) {
      return raw(body);
    }
    try {
      String message = message(JsonDocument.read(body, ErrorDocument::object));
      return message.isEmpty() ? raw(body) : message;
    } catch (BadDocumentException e) {
      return raw(body);
    }
  }

  private static String message(Map<String, Object> body) {
    Set<String> parts = new LinkedHashSet<>();
    parts.add(text(body.get("error")));
    parts.add(text(body.get("message")));
    parts.add(text(body.get("detail")));
    parts.addAll(items(body.get("errors"), "field", "message"));
    parts.addAll(items(body.get("detail"), "loc", "msg"));
    parts.remove("");
    return String.join(": ", parts);
  }

  /** Each item of a list as {@code where: what}. */
  private static List<String> items(@Nullable Object list, String where, String what) {
    List<String> texts = new ArrayList<>();
    if (list instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> fields) {
          texts.add(item(text(fields.get(where)), text(fields.get(what))));
        }
      }
    }
    return texts;
  }

  private static String item(String where, String what) {
    return where.isEmpty() ? what : where + " " + what;
  }

  /** A scalar, or a path such as {@code [query, limit]}; empty for anything else. */
  private static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    return value instanceof List<?> path && path.stream().allMatch(String.class::isInstance)
        ? path.stream().map(String::valueOf).collect(Collectors.joining("."))
        : "";
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      fields.put(key, value(parser));
    }
    return fields;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      default -> parser.getText();
    };
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  /** The text of a page without its tags, in one line. */
  private static String raw(byte[] body) {
    String text =
        new String(body, 0, Math.min(body.length, RAW_LIMIT), StandardCharsets.UTF_8).strip();
    String plain = text.startsWith("<") ? text.replaceAll("<[^>]*>", " ") : text;
    return plain.replaceAll("\\s+", " ").strip();
  }
}
