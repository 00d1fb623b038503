package io.workspacesql.demo;

import io.workspacesql.model.WorkspaceStatus;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The query of {@code GET /workspaces}, checked.
 *
 * @param nameContains null = any name
 * @param status null = both
 * @param cursor null = the first page
 */
record ListRequest(
    @Nullable String nameContains,
    @Nullable WorkspaceStatus status,
    int limit,
    @Nullable String cursor) {
  static final int MAX_LIMIT = 100;
  private static final int DEFAULT_LIMIT = 20;
  private static final String STATUS = "status";
  private static final String LIMIT = "limit";

  /** Unknown parameters are ignored; of a repeated one the last counts. */
  static ListRequest parse(HttpUrl url) throws Refused {
    List<Refused.Item> wrong = new ArrayList<>();
    String statusText = last(url, STATUS);
    WorkspaceStatus status = WorkspaceStatus.of(statusText).orElse(null);
    if (statusText != null && status == null) {
      wrong.add(Refused.Item.noStatus(STATUS));
    }
    int limit = limit(last(url, LIMIT));
    if (limit < 1 || limit > MAX_LIMIT) {
      wrong.add(new Refused.Item(LIMIT, "Input should be an integer from 1 to 100", "value_error"));
    }
    if (!wrong.isEmpty()) {
      throw Refused.invalid(wrong);
    }
    return new ListRequest(last(url, "name_contains"), status, limit, last(url, "cursor"));
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }

  private static @Nullable String last(HttpUrl url, String name) {
    List<@Nullable String> values = url.queryParameterValues(name);
    return values.isEmpty() ? null : values.get(values.size() - 1);
  }
}
