package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.workspacesql.catalog.ColumnDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of {@code GET /workspaces}: {@code data} with {@code next}, or with {@code
 * pagination.next_cursor} as an older version answers. The keys may come in any order.
 *
 * @param next as the server wrote it, a URL or a cursor; null = none
 * @param nextCursor of {@code pagination}; null = none
 */
public record PageDocument(
    List<@Nullable Object[]> rows, @Nullable String next, @Nullable String nextCursor) {

  /** Decodes only these columns, each row in their order. */
  public static PageDocument read(byte[] body, List<ColumnDefinition> columns)
      throws BadDocumentException {
    RowDecoder decoder = RowDecoder.of(columns);
    return JsonDocument.read(body, parser -> new Reader(parser, decoder).page());
  }

  private static final class Reader {
    private final JsonParser parser;
    private final RowDecoder decoder;
    private @Nullable List<@Nullable Object[]> rows;
    private @Nullable String next;
    private @Nullable String nextCursor;

    Reader(JsonParser parser, RowDecoder decoder) {
      this.parser = parser;
      this.decoder = decoder;
    }

    PageDocument page() throws IOException, BadDocumentException {
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        switch (key) {
          case "data" -> rows = rows();
          case "next" -> next = Fields.text(parser, key);
          case "pagination" -> nextCursor = pagination();
          default -> Fields.skip(parser);
        }
      }
      if (rows == null) {
        throw new BadDocumentException("the array data is missing");
      }
      return new PageDocument(rows, next, nextCursor);
    }

    private List<@Nullable Object[]> rows() throws IOException, BadDocumentException {
      if (!parser.isExpectedStartArrayToken()) {
        throw Fields.wrongType("data");
      }
      List<@Nullable Object[]> list = new ArrayList<>();
      // The decoder looks for keys that a row has twice, without the parser's set for each row.
      parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(decoder.row(parser));
      }
      return list;
    }

    private @Nullable String pagination() throws IOException, BadDocumentException {
      if (parser.hasToken(JsonToken.VALUE_NULL)) {
        return null;
      }
      if (!parser.isExpectedStartObjectToken()) {
        throw Fields.wrongType("pagination");
      }
      Fields.refuseKeysTwice(parser);
      String cursor = null;
      Boolean more = null;
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        switch (key) {
          case "next_cursor" -> cursor = Fields.text(parser, key);
          case "has_more" -> more = Fields.bool(parser, key);
          default -> Fields.skip(parser);
        }
      }
      return cursorToFollow(cursor, more);
    }

    private static @Nullable String cursorToFollow(@Nullable String cursor, @Nullable Boolean more)
        throws BadDocumentException {
      boolean none = cursor == null || cursor.isEmpty();
      if (none && Boolean.TRUE.equals(more)) {
        throw new BadDocumentException("pagination says has_more without a next_cursor");
      }
      return none || Boolean.FALSE.equals(more) ? null : cursor;
    }
  }
}
