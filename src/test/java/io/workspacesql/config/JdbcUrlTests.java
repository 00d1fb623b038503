package io.workspacesql.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTests {

  @ParameterizedTest
  @CsvSource({
    "jdbc:airbyte:, https://api.airbyte.ai/api/v1",
    "jdbc:airbyte:?pageSize=10, https://api.airbyte.ai/api/v1",
    "JDBC:AirByte:, https://api.airbyte.ai/api/v1",
    "jdbc:airbyte://api.airbyte.ai, https://api.airbyte.ai/api/v1",
    "jdbc:airbyte://API.Airbyte.AI/, https://api.airbyte.ai/api/v1",
    "jdbc:airbyte:https://api.airbyte.ai:443/api/v1/, https://api.airbyte.ai/api/v1",
    "jdbc:airbyte:HTTPS://example.com:8443/base/path?readOnly=true, https://example.com:8443/base/path",
    "jdbc:airbyte:http://localhost:8080, http://localhost:8080/api/v1",
    "jdbc:airbyte:http://LOCALHOST:80, http://localhost/api/v1",
    "jdbc:airbyte:http://127.0.0.1:1, http://127.0.0.1:1/api/v1",
    "jdbc:airbyte:http://127.255.255.254, http://127.255.255.254/api/v1",
    "jdbc:airbyte:http://[::1]:9000/x, http://[::1]:9000/x",
    "jdbc:airbyte://[2001:DB8::1], https://[2001:db8::1]/api/v1",
    "jdbc:airbyte://xn--bcher-kva.example, https://xn--bcher-kva.example/api/v1",
    "jdbc:airbyte:http://10.0.0.1?allowHttp=true, http://10.0.0.1/api/v1",
    "jdbc:airbyte:http://intern.example?allowHttp=TRUE, http://intern.example/api/v1"
  })
  void a_good_url_has_one_base(String url, String base) throws SQLException {
    assertThat(target(url)).isEqualTo(new Target.Server(URI.create(base)));
  }

  @Tag("threat-3")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:airbyte",
        "jdbc:postgresql://localhost/x",
        "jdbc:aırbyte:",
        "jdbc:airbyte:demos",
        "jdbc:airbyte:demo:",
        "jdbc:airbyte:demo:a/b",
        "jdbc:airbyte:example.com",
        "jdbc:airbyte:ftp://example.com",
        "jdbc:airbyte:file:///etc/passwd",
        "jdbc:airbyte:/example.com",
        "jdbc:airbyte:///etc/passwd",
        "jdbc:airbyte://",
        "jdbc:airbyte://:443",
        "jdbc:airbyte://api.airbyte.ai.",
        "jdbc:airbyte://.api.airbyte.ai",
        "jdbc:airbyte://api..airbyte.ai",
        "jdbc:airbyte://-a.example",
        "jdbc:airbyte://api.airbyte.ai@evil.example",
        "jdbc:airbyte://user:pass@api.airbyte.ai",
        "jdbc:airbyte://evil.example\\@api.airbyte.ai",
        "jdbc:airbyte:https:\\\\api.airbyte.ai",
        "jdbc:airbyte://evil.example#@api.airbyte.ai",
        "jdbc:airbyte://api.airbyte.ai/#x",
        "jdbc:airbyte://api.airbyte.ai\r\nHost: evil",
        "jdbc:airbyte://api.airbyte.ai /api",
        "jdbc:airbyte://api%2eairbyte.ai",
        "jdbc:airbyte://bücher.example",
        "jdbc:airbyte://аpi.airbyte.ai",
        "jdbc:airbyte://api。airbyte.ai",
        "jdbc:airbyte://\u2488.example",
        "jdbc:airbyte:http://2130706433",
        "jdbc:airbyte:http://0x7f000001",
        "jdbc:airbyte:http://0x7f.1",
        "jdbc:airbyte:http://127.1",
        "jdbc:airbyte:http://0177.0.0.1",
        "jdbc:airbyte:http://127.0.0.256",
        "jdbc:airbyte:http://127.0.0.1.5",
        "jdbc:airbyte:http://127.0.0.1.example",
        "jdbc:airbyte:http://localhost.example",
        "jdbc:airbyte:http://api.airbyte.ai",
        "jdbc:airbyte:http://169.254.169.254",
        "jdbc:airbyte:http://0.0.0.0",
        "jdbc:airbyte:http://[::]",
        "jdbc:airbyte:http://[::ffff:169.254.169.254]",
        "jdbc:airbyte://[::1",
        "jdbc:airbyte://::1",
        "jdbc:airbyte://[:::1]",
        "jdbc:airbyte://[1::2::3]",
        "jdbc:airbyte://[fe80::1%25eth0]",
        "jdbc:airbyte://[::1]evil.example",
        "jdbc:airbyte://a.example:",
        "jdbc:airbyte://a.example:0",
        "jdbc:airbyte://a.example:65536",
        "jdbc:airbyte://a.example:99999999999",
        "jdbc:airbyte://a.example:-1",
        "jdbc:airbyte://a.example:+1",
        "jdbc:airbyte://a.example:80:80",
        "jdbc:airbyte://a.example//api",
        "jdbc:airbyte://a.example/api/../admin",
        "jdbc:airbyte://a.example/./api",
        "jdbc:airbyte://a.example/..",
        "jdbc:airbyte://a.example/%2e%2e/admin",
        "jdbc:airbyte://a.example/a;b",
        "jdbc:airbyte:?pageSize",
        "jdbc:airbyte:?=5",
        "jdbc:airbyte:?pageSize=%",
        "jdbc:airbyte:?pageSize=%4",
        "jdbc:airbyte:?pageSize=%zz",
        "jdbc:airbyte:?user=%C3%28&password=x",
        "jdbc:airbyte:?user=%C0%80&password=x",
        "jdbc:airbyte:?user=a%0d%0ab&password=x",
        "jdbc:airbyte:?applicationName=a%0d%0aX-Evil:%201",
        "jdbc:airbyte:?applicationName=İ",
        "jdbc:airbyte:?pageSize=10&pageSize=10",
        "jdbc:airbyte:?pageSize=10&PAGESIZE=20",
        "jdbc:airbyte:?credentialsFile=/etc/passwd",
        "jdbc:airbyte:?trustStore=/etc/passwd",
        "jdbc:airbyte:?trustStore=",
        "jdbc:airbyte:?tr%75stStore=/etc/passwd",
        "jdbc:airbyte:?page%2553ize=1",
        "jdbc:airbyte:?seed=1",
        "jdbc:airbyte:?proxyHost=evil.example%2F..",
        "jdbc:airbyte:?organizationId=1%0aX:y"
      })
  void a_hostile_or_broken_url_is_refused_with_class_08(String url) {
    assertThatThrownBy(() -> settings(url))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
  }

  @Tag("threat-1")
  @Test
  void a_url_that_is_too_long_is_refused() {
    String url = "jdbc:airbyte:?applicationName=" + "a".repeat(JdbcUrl.MAX_LENGTH);

    assertThatThrownBy(() -> JdbcUrl.parse(url)).hasMessageContaining("longer than");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:airbyte:demo, demo, 1000, 1, 0",
    "jdbc:airbyte:DEMO:Team-7, Team-7, 1000, 1, 0",
    "jdbc:airbyte:demo:x?workspaces=5&seed=-9&latency=2s, x, 5, -9, 2000"
  })
  void a_demo_url_names_an_organization(
      String url, String name, int workspaces, long seed, long millis) throws SQLException {
    assertThat(target(url))
        .isEqualTo(new Target.Demo(name, workspaces, seed, Duration.ofMillis(millis), null));
  }

  @ParameterizedTest
  @EnumSource(
      value = CalciteConnectionProperty.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "TIME_ZONE")
  void no_property_of_calcites_own_is_known(CalciteConnectionProperty theirs) {
    String name = theirs.camelName();
    assertThatThrownBy(() -> settings("jdbc:airbyte:demo?" + name + "=x"))
        .hasMessageContaining(name + " is unknown; the nearest name is");
  }

  @Test
  void an_unknown_name_beside_a_secret_is_not_shown() {
    assertThatThrownBy(() -> settings("jdbc:airbyte:?user=u&password=s3&cr3t=x"))
        .hasMessageNotContaining("cr3t")
        .hasMessageContaining("%26");
  }

  @Test
  void any_text_survives_encoding_and_one_decoding() throws SQLException {
    long seed = new Random().nextLong();
    System.out.println("JdbcUrlTests seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String text = printableText(random);
      String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");

      List<JdbcUrl.Parameter> parameters =
          JdbcUrl.parse("jdbc:airbyte:demo?user=" + encoded).parameters();

      assertThat(parameters)
          .as("seed %d", seed)
          .containsExactly(new JdbcUrl.Parameter("user", text));
    }
  }

  @Test
  void no_text_makes_the_parser_fail_with_anything_but_an_sql_exception() {
    long seed = new Random().nextLong();
    System.out.println("JdbcUrlTests seed " + seed);
    Random random = new Random(seed);
    String alphabet = "jdbc:airbyte://demo?&=%#@[]\\.:0123456789abcxyz İı\u0000\uD800";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder url = new StringBuilder("jdbc:airbyte:");
      random
          .ints(random.nextInt(40), 0, alphabet.length())
          .forEach(index -> url.append(alphabet.charAt(index)));
      try {
        settings(url.toString());
      } catch (SQLException e) {
        assertThat(e.getSQLState()).as("seed %d, url %s", seed, url).isIn("08001", "28000");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:airbyte:",
        "jdbc:airbyte:http://[::1]:9000/x",
        "jdbc:airbyte://example.com:8443/base",
        "jdbc:airbyte:demo",
        "jdbc:airbyte:demo:x?workspaces=5&seed=-9&latency=2s",
        "jdbc:airbyte:demo:x?faults=429 on GET call 3; cut body of GET /workspaces/{id}"
      })
  void the_url_of_a_target_leads_back_to_it(String url) throws SQLException {
    Target target = target(url);

    assertThat(target(target.jdbcUrl())).isEqualTo(target);
  }

  private static String printableText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(20);
    while (text.length() < length) {
      int codePoint = random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x110000);
      boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
      if (!surrogate && !Character.isISOControl(codePoint)) {
        text.appendCodePoint(codePoint);
      }
    }
    return text.toString();
  }

  private static Target target(String url) throws SQLException {
    return settings(url).target();
  }

  private static ConnectionSettings settings(String url) throws SQLException {
    Properties login = new Properties();
    if (!url.contains("user")) {
      login.setProperty("user", "id");
      login.setProperty("password", "secret");
    }
    return ConnectionSettings.from(url, login, Environment.from(name -> null, name -> null));
  }
}
