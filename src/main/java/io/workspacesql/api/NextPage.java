package io.workspacesql.api;

import io.workspacesql.api.http.Endpoint;
import io.workspacesql.api.json.PageDocument;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads where the next page begins. The server may name it by an absolute URL, a relative URL or a
 * bare cursor; a URL is only believed when scheme, host, port and path are those of the list.
 */
final class NextPage {
  private static final int LIMIT = 8192;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern URL =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|[/\\\\].*|.*\\?.*", Pattern.DOTALL);
  private static final Set<String> OWN_PARAMETERS =
      Set.of("name_contains", "status", "limit", Endpoints.CURSOR);

  private final HttpUrl list;

  private NextPage(HttpUrl list) {
    this.list = list;
  }

  /**
   * @param list the URL of the list without parameters
   */
  static NextPage of(HttpUrl list) {
    return new NextPage(list);
  }

  /** The cursor of the page after this one; null = this is the last. */
  @Nullable PageCursor after(PageDocument page) throws SQLException {
    String next = page.next();
    if (next == null || next.isEmpty()) {
      return page.nextCursor() == null ? null : bare(page.nextCursor());
    }
    return URL.matcher(next).matches() ? fromUrl(next) : bare(next);
  }

  /** The URL, parsed, when it is one of the list; otherwise the failure. */
  HttpUrl checked(String next) throws SQLException {
    checkText(next);
    HttpUrl url = list.resolve(next);
    if (url == null || !isSameEndpoint(url)) {
      throw refused("its next page is not at " + list);
    }
    if (!url.username().isEmpty() || !url.password().isEmpty() || url.fragment() != null) {
      throw refused("the URL of its next page has a user or a fragment");
    }
    return url;
  }

  private PageCursor fromUrl(String next) throws SQLException {
    HttpUrl url = checked(next);
    boolean own = OWN_PARAMETERS.containsAll(url.queryParameterNames());
    String cursor = cursor(url);
    String value = cursor == null && !own ? url.query() : cursor;
    if (value == null || value.isEmpty()) {
      throw refused("the URL of its next page has no cursor");
    }
    return new PageCursor(value, own ? null : url.toString());
  }

  private static @Nullable String cursor(HttpUrl url) throws SQLException {
    List<@Nullable String> cursors = url.queryParameterValues(Endpoints.CURSOR);
    String cursor = url.queryParameter(Endpoints.CURSOR);
    if (cursors.size() > 1 || (cursors.size() == 1 && (cursor == null || cursor.isEmpty()))) {
      throw refused("the URL of its next page has an empty cursor or several");
    }
    return cursor;
  }

  private static PageCursor bare(String cursor) throws SQLException {
    checkText(cursor);
    return new PageCursor(cursor, null);
  }

  private boolean isSameEndpoint(HttpUrl url) {
    return url.scheme().equals(list.scheme())
        && url.host().equals(list.host())
        && url.port() == list.port()
        && url.encodedPath().equals(list.encodedPath());
  }

  private static void checkText(String next) throws SQLException {
    if (next.length() > LIMIT || CONTROL.matcher(next).find()) {
      throw refused("the reference to its next page is too long or holds control characters");
    }
  }

  private static SQLException refused(String why) {
    return Failure.BAD_ANSWER.because(Endpoint.LIST, why);
  }
}
