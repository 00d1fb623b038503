package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.workspacesql.catalog.ColumnType;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Values as internal values, see {@link ColumnType}. JSON null is null; a value of another type is
 * refused rather than bent, so that no row says what the server did not.
 */
final class Fields {
  private Fields() {}

  static @Nullable Object value(JsonParser parser, String name, ColumnType type)
      throws IOException, BadDocumentException {
    return switch (type) {
      case VARCHAR -> text(parser, name);
      case BOOLEAN -> bool(parser, name);
      case BIGINT -> number(parser, name);
      case INTEGER -> integer(parser, name);
      case TIMESTAMP -> epochMicros(parser, name);
    };
  }

  static @Nullable String text(JsonParser parser, String name)
      throws IOException, BadDocumentException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_STRING -> parser.getText();
      default -> throw wrongType(name);
    };
  }

  /**
   * An array of texts as a JSON array again, spelled so that a quote in it always begins or ends a
   * text: those within texts are escaped by their number, 0022.
   */
  static String texts(JsonParser parser, String name) throws IOException, BadDocumentException {
    StringBuilder array = new StringBuilder("[");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        throw wrongType(name);
      }
      array.append(array.length() == 1 ? "\"" : ",\"");
      parser.getText().chars().forEach(c -> appendTo(array, (char) c));
      array.append('"');
    }
    return array.append(']').toString();
  }

  private static void appendTo(StringBuilder text, char c) {
    if (c < ' ' || c == '"' || c == '\\') {
      text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    } else {
      text.append(c);
    }
  }

  static @Nullable Boolean bool(JsonParser parser, String name) throws BadDocumentException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw wrongType(name);
    };
  }

  static @Nullable Long number(JsonParser parser, String name)
      throws IOException, BadDocumentException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> parser.getLongValue();
      default -> throw wrongType(name);
    };
  }

  private static @Nullable Integer integer(JsonParser parser, String name)
      throws IOException, BadDocumentException {
    return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
        ? (Integer) parser.getIntValue()
        : nullNumber(parser, name);
  }

  private static @Nullable Integer nullNumber(JsonParser parser, String name)
      throws BadDocumentException {
    if (!parser.hasToken(JsonToken.VALUE_NULL)) {
      throw wrongType(name);
    }
    return null;
  }

  private static @Nullable Long epochMicros(JsonParser parser, String name)
      throws IOException, BadDocumentException {
    if (parser.hasToken(JsonToken.VALUE_NULL)) {
      return null;
    }
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw wrongType(name);
    }
    try {
      return MomentText.epochMicros(
          parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    } catch (DateTimeException | ArithmeticException e) {
      throw new BadDocumentException("the field " + name + " is no date and time with an offset");
    }
  }

  /** Passes a value that nobody reads; also in it, no object may have a key twice. */
  static void skip(JsonParser parser) throws IOException {
    if (parser.currentToken().isStructStart()) {
      refuseKeysTwice(parser);
      parser.skipChildren();
    }
  }

  /** From the object or array on that the parser stands at the start of, to its end. */
  static void refuseKeysTwice(JsonParser parser) {
    parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  }

  static BadDocumentException wrongType(String name) {
    return new BadDocumentException("the field " + name + " has another type than expected");
  }
}
