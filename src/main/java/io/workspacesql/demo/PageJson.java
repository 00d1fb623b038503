package io.workspacesql.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import io.workspacesql.demo.Dialect.EndForm;
import io.workspacesql.demo.Dialect.NextForm;
import io.workspacesql.model.Workspace;
import java.io.IOException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Writes the envelope of a list: {@code data} and the way to the next page. */
final class PageJson {
  private final Dialect dialect;
  private final WorkspaceJson workspaces;

  PageJson(Dialect dialect) {
    this.dialect = dialect;
    this.workspaces = new WorkspaceJson(dialect);
  }

  /**
   * @param url what was asked for
   * @param cursor of the next page; null = there is none
   */
  void write(Page page, HttpUrl url, int limit, @Nullable String cursor, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("data");
    for (Workspace workspace : page.workspaces()) {
      workspaces.write(workspace, json);
    }
    json.writeEndArray();
    if (dialect.next() == NextForm.PAGINATION_OBJECT) {
      json.writeObjectFieldStart("pagination");
      writeNext("next_cursor", cursor, json);
      json.writeBooleanField("has_more", cursor != null);
      json.writeEndObject();
    } else {
      writeNext("next", cursor == null ? null : next(url, limit, cursor), json);
    }
    json.writeEndObject();
  }

  private void writeNext(String key, @Nullable String next, JsonGenerator json) throws IOException {
    if (next != null) {
      json.writeStringField(key, next);
    } else if (dialect.end() == EndForm.NULL) {
      json.writeNullField(key);
    } else if (dialect.end() == EndForm.EMPTY_STRING) {
      json.writeStringField(key, "");
    }
  }

  private String next(HttpUrl url, int limit, String cursor) {
    if (dialect.next() == NextForm.BARE_CURSOR) {
      return cursor;
    }
    HttpUrl.Builder next = url.newBuilder();
    if (!dialect.filtersInNext()) {
      next.query(null);
    }
    HttpUrl absolute =
        next.setQueryParameter("limit", Integer.toString(limit))
            .setQueryParameter("cursor", cursor)
            .build();
    return dialect.next() == NextForm.RELATIVE_URL
        ? absolute.encodedPath() + '?' + absolute.encodedQuery()
        : absolute.toString();
  }
}
