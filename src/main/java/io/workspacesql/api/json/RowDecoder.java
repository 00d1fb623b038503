package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonParser;
import io.workspacesql.catalog.ColumnDefinition;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes a workspace object into the wanted columns; everything else is skipped unread. */
final class RowDecoder {
  private static final String ID = "id";

  /** The id's name in an older version of the API. */
  private static final String OLD_ID = "workspace_id";

  private final List<ColumnDefinition> columns;
  private final Map<String, Integer> positions;

  private RowDecoder(List<ColumnDefinition> columns, Map<String, Integer> positions) {
    this.columns = columns;
    this.positions = positions;
  }

  static RowDecoder of(List<ColumnDefinition> columns) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      positions.put(columns.get(i).name(), i);
    }
    return new RowDecoder(columns, positions);
  }

  /** The row of the object that the parser stands on. */
  @Nullable Object[] row(JsonParser parser) throws IOException, BadDocumentException {
    if (!parser.isExpectedStartObjectToken()) {
      throw new BadDocumentException("a workspace is no JSON object");
    }
    @Nullable Object[] row = new @Nullable Object[columns.size()];
    String oldId = null;
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      Integer position = positions.get(key);
      if (position != null) {
        row[position] = Fields.value(parser, key, columns.get(position).type());
      } else if (key.equals(OLD_ID) && positions.containsKey(ID)) {
        oldId = Fields.text(parser, key);
      } else {
        parser.skipChildren();
      }
    }
    return identified(row, oldId);
  }

  private @Nullable Object[] identified(@Nullable Object[] row, @Nullable String oldId)
      throws BadDocumentException {
    Integer position = positions.get(ID);
    if (position == null) {
      return row;
    }
    if (row[position] == null) {
      row[position] = oldId;
    }
    if (row[position] == null) {
      throw new BadDocumentException("a workspace has no id");
    }
    return row;
  }
}
