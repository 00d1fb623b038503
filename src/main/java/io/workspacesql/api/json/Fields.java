package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.workspacesql.catalog.ColumnType;
import java.io.IOException;
import java.time.DateTimeException;
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
    String text = text(parser, name);
    if (text == null) {
      return null;
    }
    try {
      return MomentText.epochMicros(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw new BadDocumentException("the field " + name + " is no date and time with an offset");
    }
  }

  static BadDocumentException wrongType(String name) {
    return new BadDocumentException("the field " + name + " has another type than expected");
  }
}
