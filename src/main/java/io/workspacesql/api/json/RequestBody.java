package io.workspacesql.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.workspacesql.config.Secret;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON objects to send. */
final class RequestBody {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.sharedBoundedPool()).build();

  private RequestBody() {}

  /** An object with the fields that {@code form} writes. */
  static Secret of(Form form) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      form.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return Secret.of(text.toString());
  }

  /** Writes an object's fields. */
  @FunctionalInterface
  interface Form {
    void write(JsonGenerator json) throws IOException;
  }
}
