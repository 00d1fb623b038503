package io.workspacesql.api;

import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.api.json.PageDocument;
import java.sql.SQLException;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("threat-4")
class NextPageTests {
  private static final String LIST = "https://api.example.com/api/v1/workspaces";

  @ParameterizedTest
  @NullAndEmptySource
  void nothing_is_the_end(@Nullable String next) throws Exception {
    assertThat(after(next)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://api.example.com/api/v1/workspaces?cursor=abc             | abc
          https://API.EXAMPLE.COM:443/api/v1/workspaces?cursor=abc         | abc
          https://api.example.com/api/v1/workspaces?limit=2&cursor=a%2Bb   | a+b
          https://api.example.com/api/v1/workspaces?cursor=a%26limit%3D1   | a&limit=1
          /api/v1/workspaces?cursor=abc&status=active                      | abc
          //api.example.com/api/v1/workspaces?cursor=abc                   | abc
          /api/v1/x/../workspaces?cursor=abc                               | abc
          workspaces?cursor=abc                                            | abc
          ?cursor=abc&name_contains=x                                      | abc
          eyJvZmZzZXQiOjIwfQ==                                             | eyJvZmZzZXQiOjIwfQ==
          a/b+c&limit=9                                                    | a/b+c&limit=9
          """)
  void each_form_gives_its_cursor(String next, String cursor) throws Exception {
    assertThat(after(next)).isEqualTo(new PageCursor(cursor, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/api/v1/workspaces?cursor=a",
        "https://api.example.com.evil.example/api/v1/workspaces?cursor=a",
        "https://api.example.com.:443/api/v1/workspaces?cursor=a",
        "https://api.example.com:8443/api/v1/workspaces?cursor=a",
        "http://api.example.com/api/v1/workspaces?cursor=a",
        "http://api.example.com:443/api/v1/workspaces?cursor=a",
        "ftp://api.example.com/api/v1/workspaces?cursor=a",
        "javascript:alert(1)?cursor=a",
        "file:///etc/passwd?cursor=a",
        "//evil.example/api/v1/workspaces?cursor=a",
        "/\\evil.example/api/v1/workspaces?cursor=a",
        "\\\\evil.example/api/v1/workspaces?cursor=a",
        "https:\\\\evil.example/api/v1/workspaces?cursor=a",
        "https://user@api.example.com/api/v1/workspaces?cursor=a",
        "https://user:pw@api.example.com/api/v1/workspaces?cursor=a",
        "https://api.example.com@evil.example/api/v1/workspaces?cursor=a",
        "https://api.example.com%2eevil.example/api/v1/workspaces?cursor=a",
        "https://api.example.com/api/v1/workspaces?cursor=a#top",
        "https://api.example.com/api/v1/workspaces/stats?cursor=a",
        "https://api.example.com/api/v1/workspaces/?cursor=a",
        "https://api.example.com/api/v1/workspaces/../account?cursor=a",
        "https://api.example.com/api/v1/workspaces%2f..%2faccount?cursor=a",
        "https://api.example.com/api/v2/workspaces?cursor=a",
        "/workspaces?cursor=a",
        "../workspaces?cursor=a",
        "https://api.example.com/api/v1/workspaces",
        "https://api.example.com/api/v1/workspaces?limit=5",
        "https://api.example.com/api/v1/workspaces?cursor=",
        "https://api.example.com/api/v1/workspaces?cursor",
        "https://api.example.com/api/v1/workspaces?cursor=a&cursor=b",
        "https://[::1]/api/v1/workspaces?cursor=a",
        "https:///api/v1/workspaces?cursor=a",
        "https://",
        "?",
        "/",
        "id:123",
        "https://api.example.com/api/v1/workspaces?cursor=a\r\nX-Evil: 1",
        "abc\u0000",
        "ab\nc"
      })
  void a_reference_elsewhere_is_refused(String next) {
    assertFails("58000", () -> after(next));
  }

  @Test
  void a_long_cursor_is_refused() {
    assertFails("58000", () -> after("x".repeat(10_000)));
    assertFails("58000", () -> after(LIST + "?cursor=" + "x".repeat(10_000)));
  }

  @Test
  void a_parameter_of_unknown_meaning_keeps_the_url() throws Exception {
    String next = LIST + "?cursor=abc&snapshot=7";
    assertThat(after(next)).isEqualTo(new PageCursor("abc", next));
    assertThat(after("?page_token=t"))
        .isEqualTo(new PageCursor("page_token=t", LIST + "?page_token=t"));
  }

  @Test
  void a_cursor_of_pagination_is_never_taken_for_a_url() throws Exception {
    PageDocument page = new PageDocument(List.of(), null, "https://evil.example/?cursor=a");
    assertThat(NextPage.of(HttpUrl.get(LIST)).after(page))
        .isEqualTo(new PageCursor("https://evil.example/?cursor=a", null));
  }

  private static @Nullable PageCursor after(@Nullable String next) throws SQLException {
    return NextPage.of(HttpUrl.get(LIST)).after(new PageDocument(List.of(), next, null));
  }
}
