package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ColumnType;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields of an object, and of objects in it, are which values of a row. */
final class FieldTree {
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, FieldTree> objects = new HashMap<>();

  private record Place(ColumnDefinition column, int position) {}

  /**
   * @param path names of fields, the outermost first, with dots between them
   */
  void add(String path, ColumnDefinition column, int position) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      places.put(path, new Place(column, position));
    } else {
      objects
          .computeIfAbsent(path.substring(0, dot), name -> new FieldTree())
          .add(path.substring(dot + 1), column, position);
    }
  }

  /** Reads the object that the parser stands on; of two fields for one value the first holds. */
  void read(JsonParser parser, @Nullable Object[] row) throws IOException, BadDocumentException {
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      Place place = places.get(key);
      FieldTree object = objects.get(key);
      if (place != null && row[place.position()] == null) {
        row[place.position()] =
            place.column().type() == ColumnType.VARCHAR && token == JsonToken.START_ARRAY
                ? Fields.texts(parser, key)
                : Fields.value(parser, key, place.column().type());
      } else if (object != null && token == JsonToken.START_OBJECT) {
        object.read(parser, row);
      } else {
        parser.skipChildren();
      }
    }
  }
}
