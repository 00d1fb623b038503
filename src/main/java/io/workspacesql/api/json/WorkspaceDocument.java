package io.workspacesql.api.json;

import io.workspacesql.catalog.ColumnDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /workspaces/{id}}. */
public final class WorkspaceDocument {
  private WorkspaceDocument() {}

  /** The values of these columns in their order, as internal values. */
  public static @Nullable Object[] read(byte[] body, List<ColumnDefinition> columns)
      throws BadDocumentException {
    return JsonDocument.read(body, RowDecoder.of(columns)::row);
  }
}
