package io.workspacesql.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalInt;
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

  /** The cursor of the page behind {@code last}, whose first tenant will be {@code next}. */
  String behind(int last, int next) {
    return switch (dialect.cursor()) {
      case OFFSET -> encoded(OFFSET, Integer.toString(next));
      case KEYSET -> encoded(AFTER, tenants.id(last).toString());
    };
  }

  /** The tenant to go on from; null is the first page. */
  int start(@Nullable String cursor) throws Refused {
    if (cursor == null) {
      return 0;
    }
    return place(cursor).orElseThrow(this::bad);
  }

  private OptionalInt place(String cursor) throws Refused {
    Map<String, String> fields = FlatJson.parse(decoded(cursor)).orElseThrow(this::bad);
    return switch (dialect.cursor()) {
      case OFFSET -> offset(fields.getOrDefault(OFFSET, ""));
      case KEYSET -> behind(fields.getOrDefault(AFTER, ""));
    };
  }

  private static OptionalInt offset(String text) {
    return text.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  private OptionalInt behind(String id) throws Refused {
    OptionalInt tenant = tenants.find(uuid(id));
    return tenant.isPresent() ? OptionalInt.of(tenant.getAsInt() + 1) : tenant;
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
