package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * The answer of {@code DELETE /workspaces/{id}}: {@code id} and {@code deleted_at}, {@code
 * workspace_id} and {@code deleted} as an older version answers, or nothing at all.
 */
public final class DeletionDocument {
  private DeletionDocument() {}

  /**
   * The id, when the body does not contradict its deletion.
   *
   * @param id of the workspace that was to be deleted
   */
  public static String read(byte[] body, String id) throws BadDocumentException {
    return body.length == 0 ? id : JsonDocument.read(body, parser -> deleted(parser, id));
  }

  private static String deleted(JsonParser parser, String id)
      throws IOException, BadDocumentException {
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      switch (key) {
        case "id", "workspace_id" -> check(id.equals(Fields.text(parser, key)), "another id");
        case "deleted" -> check(Boolean.TRUE.equals(Fields.bool(parser, key)), "deleted: false");
        default -> parser.skipChildren();
      }
    }
    return id;
  }

  private static void check(boolean agrees, String found) throws BadDocumentException {
    if (!agrees) {
      throw new BadDocumentException("it says " + found);
    }
  }
}
