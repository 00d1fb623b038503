package io.workspacesql.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.api.json.PageDocument;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Follows what a server calls its next page, for tests of other packages. */
public final class NextPages {
  private static final HttpUrl LIST = HttpUrl.get("https://api.example.com/api/v1/workspaces");

  private NextPages() {}

  /** Fails when the request for the next page would go to another place than the list's. */
  public static void follow(String next) throws SQLException {
    PageCursor cursor = NextPage.of(LIST).after(new PageDocument(List.of(), next, null));
    if (cursor != null) {
      ListQuery query = new ListQuery(null, null, 100, cursor);
      HttpUrl url = Endpoints.of(URI.create("https://api.example.com/api/v1")).list(query).url();
      assertThat(place(url)).isEqualTo(place(LIST));
    }
  }

  private static @Nullable String place(HttpUrl url) {
    return url.newBuilder().query(null).build().toString();
  }
}
