package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonParser;
import io.workspacesql.catalog.ColumnDefinition;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes workspace objects, one after the other, into the wanted columns; everything else is
 * skipped unread. For one document.
 */
final class RowDecoder {
  private static final String ID = "id";

  /** The id's name in an older version of the API. */
  private static final String OLD_ID = "workspace_id";

  private static final int SKIPPED = -1;

  private final List<ColumnDefinition> columns;
  private final int idPosition;
  private final RepeatedKeys<Field> keys = new RepeatedKeys<>(this::field);

  private RowDecoder(List<ColumnDefinition> columns) {
    this.columns = columns;
    this.idPosition = position(ID);
  }

  static RowDecoder of(List<ColumnDefinition> columns) {
    return new RowDecoder(columns);
  }

  /** The row of the object that the parser stands on. */
  @Nullable Object[] row(JsonParser parser) throws IOException, BadDocumentException {
    if (!parser.isExpectedStartObjectToken()) {
      throw new BadDocumentException("a workspace is no JSON object");
    }
    @Nullable Object[] row = new @Nullable Object[columns.size()];
    Object oldId = null;
    keys.begin();
    for (Field field = keys.next(parser); field != null; field = keys.next(parser)) {
      parser.nextToken();
      if (field.position() == SKIPPED) {
        Fields.skip(parser);
      } else if (field.isOldId()) {
        oldId = Fields.text(parser, OLD_ID);
      } else {
        ColumnDefinition column = columns.get(field.position());
        row[field.position()] = Fields.value(parser, column.name(), column.type());
      }
    }
    return identified(row, oldId);
  }

  private Field field(String key) {
    boolean isOldId = key.equals(OLD_ID);
    return new Field(position(isOldId ? ID : key), isOldId);
  }

  private int position(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return SKIPPED;
  }

  private @Nullable Object[] identified(@Nullable Object[] row, @Nullable Object oldId)
      throws BadDocumentException {
    if (idPosition == SKIPPED) {
      return row;
    }
    if (row[idPosition] == null) {
      row[idPosition] = oldId;
    }
    if (row[idPosition] == null) {
      throw new BadDocumentException("a workspace has no id");
    }
    return row;
  }

  /**
   * What a key is for.
   *
   * @param position in the row, or {@link #SKIPPED}
   */
  private record Field(int position, boolean isOldId) {}
}
