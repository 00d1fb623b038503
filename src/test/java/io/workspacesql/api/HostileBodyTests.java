package io.workspacesql.api;

import static io.workspacesql.api.ApiServer.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of each kind of body: lenient where servers change, strict where a lie would be
 * silent.
 */
@Tag("threat-15")
class HostileBodyTests {
  private static final String REFUSED = "58000";
  private static final String ROW = "{\"id\":\"i\",\"name\":\"n\",\"status\":\"active\"}";
  private static final String ONE_ROW = "[i, n, active]";
  private static final List<ColumnDefinition> COLUMNS =
      Stream.of("id", "name", "status").map(Catalog.WORKSPACES::column).toList();

  private final ApiServer server = new ApiServer();

  @AfterEach
  void stop() {
    server.close();
  }

  /** A body and what comes of it: the rows, or an SQLState. */
  private record Case(String name, byte[] body, String outcome) {
    static Case of(String name, String body, String outcome) {
      return new Case(name, body.getBytes(StandardCharsets.UTF_8), outcome);
    }

    /** The body as the only row's name. */
    static Case ofName(String name, String value, String outcome) {
      return of(name, page("{\"id\":\"i\",\"name\":" + value + ",\"status\":\"active\"}"), outcome);
    }

    /** The body as a field that the driver does not know. */
    static Case ofUnknown(String name, String value, String outcome) {
      return of(name, "{\"unknown\":" + value + ",\"data\":[" + ROW + "]}", outcome);
    }

    /** Bytes inside a text of a field that is skipped. */
    static Case ofBytes(String name, int... bytes) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes("{\"unknown\":\"".getBytes(StandardCharsets.UTF_8));
      Arrays.stream(bytes).forEach(body::write);
      body.writeBytes(("\",\"data\":[" + ROW + "]}").getBytes(StandardCharsets.UTF_8));
      return new Case(name, body.toByteArray(), REFUSED);
    }

    @Override
    public String toString() {
      return name + " → " + outcome;
    }
  }

  private static String page(String... rows) {
    return "{\"data\":[" + String.join(",", rows) + "]}";
  }

  static Stream<Case> plain() {
    return Stream.of(
        // drift
        Case.of("as documented", page(ROW), ONE_ROW),
        Case.of("nothing", page(), ""),
        Case.ofUnknown("unknown field", "{\"a\":[1,null,{}]}", ONE_ROW),
        Case.of("unknown status", page(ROW.replace("active", "frozen")), "[i, n, frozen]"),
        Case.of("missing fields", page("{\"id\":\"i\"}"), "[i, null, null]"),
        Case.of("null fields", page("{\"id\":\"i\",\"name\":null}"), "[i, null, null]"),
        Case.of("byte order mark", "\uFEFF" + page(ROW), ONE_ROW),
        Case.of("blanks around", " \n\t" + page(ROW) + "\r\n ", ONE_ROW),
        Case.of("next is null", "{\"data\":[" + ROW + "],\"next\":null}", ONE_ROW),
        Case.ofName("escapes", "\"\\u0041\\n\\ud83d\\ude00\"", "[i, A\n😀, active]"),
        // cut, or more than one
        Case.of("no byte", "", REFUSED),
        Case.of("cut in a row", "{\"data\":[" + ROW, REFUSED),
        Case.of("cut in a text", "{\"data\":[{\"id\":\"i", REFUSED),
        Case.of("cut before the end", "{\"data\":[" + ROW + "]", REFUSED),
        Case.of("text behind", page(ROW) + "x", REFUSED),
        Case.of("a second document", page(ROW) + page(ROW), REFUSED),
        Case.of("HTML", "<html>login</html>", REFUSED),
        Case.of("a comment", page(ROW) + "/* */", REFUSED),
        // lies
        Case.of("key twice", page("{\"id\":\"i\",\"id\":\"j\"}"), REFUSED),
        Case.of("key twice in a later row", page(ROW, "{\"id\":\"i\",\"id\":\"j\"}"), REFUSED),
        Case.of(
            "key twice in an object of a row",
            page("{\"id\":\"i\",\"x\":{\"a\":1,\"a\":1}}"),
            REFUSED),
        Case.of(
            "key twice in pagination",
            "{\"data\":[],\"pagination\":{\"has_more\":false,\"has_more\":true}}",
            REFUSED),
        Case.of("page twice", "{\"data\":[],\"data\":[" + ROW + "]}", REFUSED),
        Case.ofUnknown("key twice in a skipped field", "{\"a\":1,\"a\":2}", REFUSED),
        Case.of("no page", "{\"items\":[]}", REFUSED),
        Case.of("page of another type", "{\"data\":{\"id\":\"i\"}}", REFUSED),
        Case.of("row of another type", page("[]"), REFUSED),
        Case.of("row without id", page("{\"name\":\"n\"}"), REFUSED),
        Case.of("id of another type", page("{\"id\":7}"), REFUSED),
        Case.ofName("name is a number", "7", REFUSED),
        Case.ofName("name is a list", "[\"n\"]", REFUSED),
        Case.ofName("name is an object", "{}", REFUSED),
        Case.ofName("raw control character", "\"a\u0001b\"", REFUSED),
        Case.of("next is a number", "{\"data\":[],\"next\":7}", REFUSED),
        // sizes
        Case.ofUnknown("nested 60 deep", nested(60), ONE_ROW),
        Case.ofUnknown("nested 64 deep", nested(64), REFUSED),
        Case.ofUnknown("nested 100,000 deep", nested(100_000), REFUSED),
        Case.ofUnknown("number of 64 digits", "1".repeat(64), ONE_ROW),
        Case.ofUnknown("number of 65 digits", "1".repeat(65), REFUSED),
        Case.ofUnknown("exponent of a billion", "1e999999999", ONE_ROW),
        Case.ofUnknown("key of 257 characters", "{\"" + "k".repeat(257) + "\":1}", REFUSED),
        Case.ofName("text of more than 1 MiB", "\"" + "n".repeat((1 << 20) + 1) + "\"", REFUSED),
        Case.ofUnknown("not a number", "NaN", REFUSED),
        // bytes
        Case.ofBytes("half a character", 0xC3),
        Case.ofBytes("overlong slash", 0xC0, 0xAF),
        Case.ofBytes("encoded surrogate", 0xED, 0xA0, 0x80),
        Case.ofBytes("beyond Unicode", 0xF5, 0x80, 0x80, 0x80),
        Case.ofBytes("Latin-1", 0xE9));
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  @ParameterizedTest
  @MethodSource("plain")
  void a_body_has_its_outcome(Case hostile) throws Exception {
    assertThat(outcome(WireMock.ok().withBody(hostile.body))).isEqualTo(hostile.outcome);
  }

  static Stream<Case> inflated() throws IOException {
    byte[] bomb = zipped(" ".repeat(17 << 20) + page(ROW));
    byte[] page = zipped(page(ROW));
    return Stream.of(
        new Case("a page", page, ONE_ROW),
        new Case("17 MiB of blanks", bomb, REFUSED),
        new Case("a bomb within", zipped(new String(bomb, StandardCharsets.ISO_8859_1)), REFUSED),
        new Case("cut", Arrays.copyOf(page, page.length / 2), "08006"),
        new Case("not gzip at all", page(ROW).getBytes(StandardCharsets.UTF_8), "08006"));
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return zipped.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("inflated")
  void so_has_one_that_is_inflated_first(Case hostile) throws Exception {
    assertThat(outcome(WireMock.ok().withHeader("Content-Encoding", "gzip").withBody(hostile.body)))
        .isEqualTo(hostile.outcome);
  }

  private String outcome(ResponseDefinitionBuilder answer) throws Exception {
    server.answersAll(answer);
    try (WorkspacesApi api = server.client()) {
      return api.list(new ListQuery(null, null, 100, null), COLUMNS, scope()).rows().stream()
          .map(Arrays::toString)
          .collect(Collectors.joining());
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }
}
