package io.workspacesql.api;

import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.api.http.ApiRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Random;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("threat-10")
class EndpointsTests {
  private static final long SEED = 20_261_121;
  private static final String[] PIECES = {
    "&", "=", "+", "%", "%41", "#", "?", "/", "..", "\\", "'", "\"", " ", "\t", "\n", "\u0000", "ü",
    "İ", "Σ", "ß", "e\u0301", "😀", "a", "Z", "_", ";", "limit=1", "<", ">", "|", "\u202e"
  };

  private final Endpoints endpoints = endpoints("https://api.example.com/api/v1");

  @Test
  void a_parameter_decodes_to_what_was_encoded() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < 5_000; i++) {
      String text = text(random);
      HttpUrl url = list(text).url();
      String sent = url.encodedQuery().split("&")[0].substring("name_contains=".length());
      assertThat(URLDecoder.decode(sent, StandardCharsets.UTF_8))
          .as("seed " + SEED)
          .isEqualTo(text);
      assertThat(sent).matches("[!-~]*").doesNotContain("#", "&", "+");
      assertThat(url.encodedPath()).isEqualTo("/api/v1/workspaces");
      assertThat(url.querySize()).isEqualTo(2);
    }
  }

  @Test
  void half_a_surrogate_pair_is_refused() {
    assertFails("22023", () -> list("a\ud83d"));
  }

  @Test
  void a_checked_url_is_checked_again() {
    PageCursor forged = new PageCursor("x", "https://evil.example/api/v1/workspaces?token=1");
    assertFails("58000", () -> endpoints.list(new ListQuery(null, null, 1, forged)));
  }

  @Test
  void a_checked_url_is_sent_as_it_is_and_its_values_stay_out_of_the_ledger() throws Exception {
    String url = "https://api.example.com/api/v1/workspaces?limit=3&page_token=secret%20x";
    ApiRequest request =
        endpoints.list(new ListQuery("n", null, 100, new PageCursor("page_token=x", url)));
    assertThat(request.url()).hasToString(url);
    assertThat(request.queryText()).isEqualTo("limit=3&page_token=…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "",
        "stats",
        "0B3C1FA0-7d5e-4b52-9f5c-6f1e2a3b4c5d",
        "0b3c1fa0-7d5e-4b52-9f5c-6f1e2a3b4c5d/..",
        "0b3c1fa0-7d5e-4b52-9f5c-6f1e2a3b4c5%"
      })
  void only_a_canonical_id_enters_a_path(String id) {
    assertFails("XX000", () -> endpoints.workspace(id));
  }

  private ApiRequest list(String nameContains) throws Exception {
    return endpoints.list(new ListQuery(nameContains, null, 100, null));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(12); n >= 0; n--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static Endpoints endpoints(String base) {
    try {
      return Endpoints.of(URI.create(base));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
