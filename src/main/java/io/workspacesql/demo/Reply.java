package io.workspacesql.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import okio.Buffer;

/**
 * What goes back: a status and a whole body.
 *
 * @param contentType empty when there is no body
 */
record Reply(int status, String contentType, Buffer body) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Writes one JSON value. */
  interface JsonBody {
    void writeTo(JsonGenerator json) throws IOException;
  }

  static Reply json(int status, JsonBody content) {
    Buffer body = new Buffer();
    try (JsonGenerator json = JSON.createGenerator(body.outputStream())) {
      content.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return new Reply(status, "application/json", body);
  }

  static Reply noContent() {
    return new Reply(204, "", new Buffer());
  }

  static Reply html(int status, String page) {
    return new Reply(status, "text/html; charset=utf-8", new Buffer().writeUtf8(page));
  }
}
