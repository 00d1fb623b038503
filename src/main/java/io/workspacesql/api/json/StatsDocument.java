package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonParser;
import io.workspacesql.model.WorkspaceStats;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /workspaces/stats}, with the names of today or those of before. */
public final class StatsDocument {
  private StatsDocument() {}

  /** All three numbers must be there. */
  public static WorkspaceStats read(byte[] body) throws BadDocumentException {
    return JsonDocument.read(body, StatsDocument::stats);
  }

  private static WorkspaceStats stats(JsonParser parser) throws IOException, BadDocumentException {
    Long active = null;
    Long inactive = null;
    Long total = null;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      switch (key) {
        case "active_count", "active_workspaces" -> active = Fields.number(parser, key);
        case "inactive_count", "inactive_workspaces" -> inactive = Fields.number(parser, key);
        case "total_count", "total_workspaces" -> total = Fields.number(parser, key);
        default -> parser.skipChildren();
      }
    }
    return new WorkspaceStats(
        present(active, "active_count"),
        present(inactive, "inactive_count"),
        present(total, "total_count"));
  }

  private static long present(@Nullable Long number, String name) throws BadDocumentException {
    if (number == null) {
      throw new BadDocumentException("the number " + name + " is missing");
    }
    return number;
  }
}
