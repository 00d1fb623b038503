package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.workspacesql.api.FieldValue;
import io.workspacesql.config.Secret;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /workspaces/{id}}. */
public final class UpdateDocument {
  private UpdateDocument() {}

  /** These fields alone; whatever is not named stays as it is. */
  public static Secret request(List<FieldValue> values) {
    return RequestBody.of(
        json -> {
          for (FieldValue value : values) {
            json.writeFieldName(value.column().name());
            write(json, value.value());
          }
        });
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString((String) value);
    }
  }
}
