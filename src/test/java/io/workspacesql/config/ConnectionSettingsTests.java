package io.workspacesql.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTests {
  private static final String CANARY = "CaNaRy-5ecret";
  private static final String ORGANIZATION = "00000000-0000-4000-8000-00000000000a";
  private static final Map<String, String> VARIABLES =
      Map.of(
          "AIRBYTE_CLIENT_ID", "env-id",
          "AIRBYTE_CLIENT_SECRET", CANARY,
          "AIRBYTE_ORGANIZATION_ID", ORGANIZATION);

  @Test
  void defaults_are_those_of_the_contract() throws SQLException {
    ConnectionSettings settings = settings("jdbc:airbyte:", "user", "u", "password", "p");

    assertThat(settings)
        .returns(new Credentials.ClientSecret("u", Secret.of("p")), ConnectionSettings::credentials)
        .returns(null, ConnectionSettings::organizationId)
        .returns(ApiDialect.AGENTS, ConnectionSettings::apiDialect)
        .returns(
            new ConnectionSettings.NewWorkspaces(null, List.of(), List.of()),
            ConnectionSettings::newWorkspaces)
        .returns(false, ConnectionSettings::readOnly)
        .returns(new ConnectionSettings.Writes(true, 1000, false, 4), ConnectionSettings::writes)
        .returns(CountFromStats.TRUST, ConnectionSettings::countFromStats)
        .returns(ZoneId.of("UTC"), ConnectionSettings::timeZone)
        .returns(100, ConnectionSettings::pageSize)
        .returns(1, ConnectionSettings::prefetchPages)
        .returns(8, ConnectionSettings::maxConcurrentRequests)
        .returns(new ConnectionSettings.Limits(0, 0, 0), ConnectionSettings::limits)
        .returns(
            new ConnectionSettings.Retries(3, Duration.ofSeconds(20)), ConnectionSettings::retries)
        .returns(Duration.ofSeconds(10), ConnectionSettings::connectTimeout)
        .returns(Duration.ofSeconds(60), ConnectionSettings::readTimeout)
        .returns(Duration.ZERO, ConnectionSettings::queryTimeout)
        .returns(false, ConnectionSettings::strictPaging)
        .returns(null, ConnectionSettings::applicationName)
        .returns(List.of(), ConnectionSettings::notices);
  }

  @ParameterizedTest
  @CsvSource({
    "pageSize, 0",
    "pageSize, 101",
    "pageSize, ten",
    "pageSize, ' 5'",
    "pageSize, 99999999999999999999",
    "region, mars",
    "region, 645a183f",
    "selectedSourceTemplateTags, 'a,,b'",
    "selectedConnectionTemplateTags, 'a,'",
    "prefetchPages, -1",
    "readOnly, yes",
    "safeUpdates, off",
    "maxAffectedRows, -1",
    "maxAffectedRows, 2147483648",
    "writeConcurrency, 0",
    "apiDialect, cloud",
    "countFromStats, always",
    "timeZone, Mars/Olympus",
    "connectTimeout, 10",
    "connectTimeout, 0",
    "connectTimeout, 1h",
    "queryTimeout, -1s",
    "queryTimeout, 999999999m",
    "proxyHost, a/b",
    "proxyPort, 65536",
    "trustStoreType, com.evil.Store",
    "organizationId, 7",
    "accessToken, Bearer x"
  })
  void a_value_of_the_wrong_form_is_refused_and_not_shown(String name, String value) {
    assertThatThrownBy(() -> settings("jdbc:airbyte:demo", name, value))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(name + " must be ")
        .hasMessageNotContaining("'" + value + "'");
  }

  @Test
  void names_and_choices_ignore_case_in_a_turkish_locale_too() throws SQLException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));

      ConnectionSettings settings =
          settings(
              "JDBC:AIRBYTE:HTTPS://INTERN.EXAMPLE?STRICTPAGING=TRUE&COUNTFROMSTATS=VERIFY&TIMEZONE=LOCAL",
              "USER",
              "u",
              "PASSWORD",
              "p",
              "QUERYTIMEOUT",
              "7MS");

      assertThat(settings)
          .returns("jdbc:airbyte:https://intern.example/api/v1", ConnectionSettings::redactedUrl)
          .returns(true, ConnectionSettings::strictPaging)
          .returns(CountFromStats.VERIFY, ConnectionSettings::countFromStats)
          .returns(ZoneId.systemDefault(), ConnectionSettings::timeZone)
          .returns(Duration.ofMillis(7), ConnectionSettings::queryTimeout);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "selectedSourceTemplateTags, agents",
    "selectedSourceTemplateTags, engine",
    "selectedConnectionTemplateTags, agents",
    "selectedConnectionTemplateTags, engine"
  })
  void template_tags_are_refused_where_the_dialect_has_none(String name, String dialect) {
    assertThatThrownBy(() -> settings("jdbc:airbyte:demo?apiDialect=" + dialect, name, "crm"))
        .hasMessageContaining(
            name + " is for apiDialect=embedded only: the dialect " + dialect + " has no template")
        .extracting("SQLState")
        .isEqualTo("08001");
  }

  @Test
  void tags_are_words_between_commas() throws SQLException {
    assertThat(
            settings(
                "jdbc:airbyte:demo?apiDialect=embedded", "selectedSourceTemplateTags", "a, b c ,d"))
        .returns(
            new ConnectionSettings.NewWorkspaces(null, List.of("a", "b c", "d"), List.of()),
            ConnectionSettings::newWorkspaces);
  }

  @Test
  void the_same_value_in_url_and_properties_is_fine() throws SQLException {
    assertThat(settings("jdbc:airbyte:demo?pageSize=7", "pageSize", "7").pageSize()).isEqualTo(7);
  }

  @Test
  void neither_url_nor_properties_may_override_the_other() {
    assertThatThrownBy(() -> settings("jdbc:airbyte:demo?readOnly=false", "readOnly", "true"))
        .hasMessageContaining("readOnly is given twice with different values");
  }

  @Test
  void values_that_are_no_text_are_read_as_text() throws SQLException {
    Properties properties = new Properties();
    properties.put("pageSize", 7);
    properties.put("readOnly", true);

    ConnectionSettings settings =
        ConnectionSettings.from("jdbc:airbyte:demo", properties, environment(Map.of(), Map.of()));

    assertThat(settings.pageSize()).isEqualTo(7);
    assertThat(settings.readOnly()).isTrue();
  }

  @Test
  void defaults_of_properties_count() throws SQLException {
    Properties defaults = new Properties();
    defaults.setProperty("pageSize", "7");

    ConnectionSettings settings =
        ConnectionSettings.from(
            "jdbc:airbyte:demo", new Properties(defaults), environment(Map.of(), Map.of()));

    assertThat(settings.pageSize()).isEqualTo(7);
  }

  @Test
  void an_unknown_property_is_a_notice() throws SQLException {
    assertThat(settings("jdbc:airbyte:demo", "remarksReporting", "true").notices())
        .containsExactly("The property remarksReporting is unknown and has no effect");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pageSizes", "pgSize", "PAGE_SIZE", "pazeSice"})
  void a_slip_of_the_pen_is_refused_with_the_right_name(String name) {
    assertThatThrownBy(() -> settings("jdbc:airbyte:demo", name, "7"))
        .hasMessageContaining("the nearest name is pageSize.");
  }

  @Test
  void an_empty_login_counts_as_none() throws SQLException {
    ConnectionSettings settings =
        ConnectionSettings.from(
            "jdbc:airbyte:",
            properties("user", "", "password", ""),
            environment(VARIABLES, Map.of()));

    assertThat(settings.credentials())
        .isEqualTo(new Credentials.ClientSecret("env-id", Secret.of(CANARY)));
    assertThat(settings.organizationId()).isEqualTo(ORGANIZATION);
  }

  @Test
  void the_organization_of_the_environment_goes_with_its_credentials_only() throws SQLException {
    ConnectionSettings settings =
        ConnectionSettings.from(
            "jdbc:airbyte:",
            properties("user", "u", "password", "p"),
            environment(VARIABLES, Map.of()));

    assertThat(settings.organizationId()).isNull();
  }

  @Tag("threat-3")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:airbyte://evil.example",
        "jdbc:airbyte://api.airbyte.ai:8443",
        "jdbc:airbyte:http://api.airbyte.ai:443?allowHttp=true",
        "jdbc:airbyte://api.airbyte.ai.evil.example",
        "jdbc:airbyte://dev.example:8443",
        "jdbc:airbyte:http://dev.example?allowHttp=true"
      })
  void credentials_of_the_environment_go_to_no_other_origin(String url) {
    Environment environment = environment(withApiUrl("https://dev.example/api/v1"), Map.of());

    assertThatThrownBy(() -> ConnectionSettings.from(url, new Properties(), environment))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"))
        .hasMessageContaining("AIRBYTE_AGENTS_API_URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://dev.example", "https://DEV.example:443/api/v1/"})
  void credentials_of_the_environment_go_to_the_origin_that_it_names(String apiUrl)
      throws SQLException {
    ConnectionSettings settings =
        ConnectionSettings.from(
            "jdbc:airbyte://dev.example/other",
            new Properties(),
            environment(withApiUrl(apiUrl), Map.of()));

    assertThat(settings.credentials()).isNotNull();
  }

  @Test
  void a_demo_takes_no_credentials_from_the_environment() throws SQLException {
    ConnectionSettings settings =
        ConnectionSettings.from(
            "jdbc:airbyte:demo", new Properties(), environment(VARIABLES, Map.of()));

    assertThat(settings.credentials()).isNull();
  }

  @Test
  void a_server_without_credentials_is_28000() {
    assertThatThrownBy(() -> settings("jdbc:airbyte:"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"));
  }

  @ParameterizedTest
  @CsvSource({
    "user, u, accessToken, t",
    "password, p, accessToken, t",
    "user, u, credentialsFile, f",
    "accessToken, t, credentialsFile, f"
  })
  void two_kinds_of_credentials_exclude_each_other(
      String name, String value, String otherName, String otherValue) {
    assertThatThrownBy(() -> settings("jdbc:airbyte:", name, value, otherName, otherValue))
        .hasMessageContaining("exclude each other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "password"})
  void half_a_login_is_28000(String name) {
    assertThatThrownBy(() -> settings("jdbc:airbyte:", name, "x"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"));
  }

  @Tag("threat-3")
  @ParameterizedTest
  @CsvSource({
    "jdbc:airbyte:, 'api.airbyte.ai, x.example', true",
    "jdbc:airbyte://X.example:8443, 'api.airbyte.ai, X.EXAMPLE', true",
    "jdbc:airbyte://y.example, 'api.airbyte.ai, x.example', false",
    "jdbc:airbyte://sub.x.example, x.example, false",
    "jdbc:airbyte:?proxyHost=y.example, api.airbyte.ai, false",
    "jdbc:airbyte:demo, x.example, true",
    "jdbc:airbyte:, '', false"
  })
  void the_application_may_limit_the_hosts(String url, String hosts, boolean allowed) {
    Environment environment = environment(Map.of(), Map.of("io.workspacesql.hosts", hosts));

    assertThat(outcome(url, properties("user", "u", "password", "p"), environment))
        .isEqualTo(allowed ? "fine" : "08004");
  }

  @ParameterizedTest
  @CsvSource({"deny, 08001", "DENY, 08001", "anything, 08001", "allow, fine"})
  void the_application_may_deny_files(String files, String expected) {
    Environment environment = environment(Map.of(), Map.of("io.workspacesql.files", files));

    assertThat(outcome("jdbc:airbyte:demo", properties("trustStore", "/x"), environment))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "accessToken", "proxyPassword", "trustStorePassword"})
  void a_secret_in_the_url_works_with_a_notice(String name) throws SQLException {
    String url = "jdbc:airbyte:demo?" + name + "=" + CANARY;
    Properties user = name.equals("password") ? properties("user", "u") : new Properties();

    ConnectionSettings settings =
        ConnectionSettings.from(url, user, environment(Map.of(), Map.of()));

    assertThat(settings.notices()).singleElement().asString().startsWith(name + " is in the URL");
    assertThat(settings + settings.redactedUrl() + settings.properties()).doesNotContain(CANARY);
  }

  @Test
  void the_listed_settings_are_those_in_force_with_secrets_hidden() throws SQLException {
    ConnectionSettings settings =
        ConnectionSettings.from(
            "jdbc:airbyte:?pageSize=7", new Properties(), environment(VARIABLES, Map.of()));

    assertThat(settings.properties())
        .hasSameSizeAs(ConnectionProperty.all())
        .contains(
            new PropertySetting(ConnectionProperty.USER, "env-id"),
            new PropertySetting(ConnectionProperty.PASSWORD, "***"),
            new PropertySetting(ConnectionProperty.ACCESS_TOKEN, null),
            new PropertySetting(ConnectionProperty.PAGE_SIZE, "7"),
            new PropertySetting(ConnectionProperty.READ_TIMEOUT, "60s"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:airbyte:?password=%s",
        "jdbc:airbyte:?accessToken=%s&user=x",
        "jdbc:airbyte:?password=%s&password=%s",
        "jdbc:airbyte:?password=%s&unknown=1",
        "jdbc:airbyte:?password=x&%s=1",
        "jdbc:airbyte:?password=x&%s",
        "jdbc:airbyte:?pageSize=%s",
        "jdbc:airbyte:?accessToken=%s%%0a",
        "jdbc:airbyte://user:%s@host",
        "jdbc:airbyte://h/%s?password=x#%s",
        "jdbc:airbyte:%s"
      })
  void no_failure_shows_a_secret(String url) {
    assertThatThrownBy(() -> settings(url.replace("%s", CANARY).replace("%%", "%")))
        .isInstanceOf(SQLException.class)
        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain(CANARY));
  }

  @Test
  void an_environment_does_not_show_its_secret() {
    assertThat(environment(VARIABLES, Map.of()).toString())
        .contains("env-id")
        .doesNotContain(CANARY);
  }

  private static String stackTrace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static String outcome(String url, Properties properties, Environment environment) {
    try {
      ConnectionSettings.from(url, properties, environment);
      return "fine";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private static Map<String, String> withApiUrl(String apiUrl) {
    Map<String, String> variables = new HashMap<>(VARIABLES);
    variables.put("AIRBYTE_AGENTS_API_URL", apiUrl);
    return variables;
  }

  private static Environment environment(
      Map<String, String> variables, Map<String, String> systemProperties) {
    return Environment.from(variables::get, systemProperties::get);
  }

  private static Properties properties(String... namesAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return properties;
  }

  private static ConnectionSettings settings(String url, String... namesAndValues)
      throws SQLException {
    return ConnectionSettings.from(
        url, properties(namesAndValues), environment(Map.of(), Map.of()));
  }
}
