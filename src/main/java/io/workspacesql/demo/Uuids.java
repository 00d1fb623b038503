package io.workspacesql.demo;

import io.workspacesql.model.WorkspaceId;
import java.util.Locale;
import java.util.UUID;

/** Reads UUIDs of requests. */
final class Uuids {
  private Uuids() {}

  /**
   * @param field that is named when the text is no UUID
   */
  static UUID parse(String text, String field) throws Refused {
    String canonical = text.toLowerCase(Locale.ROOT);
    if (!WorkspaceId.isCanonical(canonical)) {
      throw Refused.invalid(field, "Input should be a valid UUID", "uuid_parsing");
    }
    return UUID.fromString(canonical);
  }
}
