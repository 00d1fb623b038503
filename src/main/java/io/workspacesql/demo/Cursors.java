package io.workspacesql.demo;

import io.workspacesql.demo.Dialect.CursorKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cursors: base64url of a small JSON object that names the place to go on from. Either kind leads
 * there without reading the pages before.
 */
final class Cursors {
  private static final String OFFSET = "offset";
  private static final String AFTER = "after";

  private final Tenants tenants;
  private final Dialect dialect;

  Cursors(Tenants tenants, Dialect dialect) {
    this.tenants = tenants;
    this.dialect = dialect;
  }

  /** The cursor of this page. */
  String of(Page.Next next) {
    return switch (dialect.cursor()) {
      case OFFSET -> encoded(OFFSET, Integer.toString(next.position()));
      case MATCH_OFFSET -> encoded(OFFSET, Integer.toString(next.matches()));
      case KEYSET -> encoded(AFTER, tenants.id(next.last()).toString());
    };
  }

  /** The place to go on from; null is the first page. */
  Place place(@Nullable String cursor) throws Refused {
    if (cursor == null) {
      return dialect.cursor() == CursorKind.MATCH_OFFSET
          ? new Place.Matches(0)
          : new Place.Position(0);
    }
    FlatJson fields = FlatJson.parse(decoded(cursor)).orElseThrow(this::bad);
    return switch (dialect.cursor()) {
      case OFFSET -> new Place.Position(offset(fields.text(OFFSET)));
      case MATCH_OFFSET -> new Place.Matches(offset(fields.text(OFFSET)));
      case KEYSET -> new Place.Behind(tenant(fields.text(AFTER)));
    };
  }

  private int offset(String text) throws Refused {
    if (!text.matches("[0-9]{1,9}")) {
      throw bad();
    }
    return Integer.parseInt(text);
  }

  private int tenant(String id) throws Refused {
    return tenants.numberOf(uuid(id)).orElseThrow(this::bad);
  }

  private UUID uuid(String text) throws Refused {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  private byte[] decoded(String cursor) throws Refused {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  private static String encoded(String field, String value) {
    String json = "{\"" + field + "\":\"" + value + "\"}";
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Refused bad() {
    String message = "Invalid cursor";
    return dialect.badCursorStatus() == 422
        ? Refused.invalid("cursor", message, "value_error")
        : Refused.of(dialect.badCursorStatus(), message);
  }
}
