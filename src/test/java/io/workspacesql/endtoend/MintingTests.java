package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.demo.Dialect;
import io.workspacesql.demo.LoggedRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the properties for new workspaces put on the wire, and into EXPLAIN. */
final class MintingTests {
  private static final String INSERT = "INSERT INTO workspaces (name) VALUES ('New')";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          apiDialect=agents                       | {"workspace_name":"New"}
          region=us                               | {"workspace_name":"New","region_id":"645a183f-b12b-4c6e-8ad3-99e165603450"}
          region=EU                               | {"workspace_name":"New","region_id":"b9e48d61-f082-4a14-a8d0-799a907938cb"}
          region=00000000-0000-4000-8000-00000000000A | {"workspace_name":"New","region_id":"00000000-0000-4000-8000-00000000000a"}
          apiDialect=engine&region=eu             | {"external_user_id":"New","region_id":"b9e48d61-f082-4a14-a8d0-799a907938cb"}
          apiDialect=embedded                     | {"external_id":"New"}
          apiDialect=embedded&selectedSourceTemplateTags=crm | {"external_id":"New","selected_source_template_tags":["crm"]}
          apiDialect=embedded&region=eu&selectedSourceTemplateTags=crm, "mail"&selectedConnectionTemplateTags=s3 | {"external_id":"New","region_id":"b9e48d61-f082-4a14-a8d0-799a907938cb","selected_source_template_tags":["crm","\\"mail\\""],"selected_connection_template_tags":["s3"]}
          """)
  void an_insert_says_what_the_properties_say_and_explain_shows_it(String properties, String body)
      throws Exception {
    Dialect dialect = Dialect.builder().nameKey(nameKey(properties)).build();
    try (DemoOrganization organization =
            DemoOrganization.start(DemoOptions.ofSize(1).withDialect(dialect));
        Connection connection =
            DriverManager.getConnection(
                "jdbc:airbyte:" + organization.base() + "?" + properties,
                organization.clientId(),
                organization.clientSecret());
        Statement statement = connection.createStatement()) {
      String explained =
          LiveOrganization.rows(connection, "EXPLAIN PLAN FOR " + INSERT, "path", "body").stream()
              .filter(line -> line.contains("scoped-token|"))
              .collect(Collectors.joining());
      assertThat(statement.executeUpdate(INSERT)).isEqualTo(1);
      assertThat(organization.log())
          .filteredOn(request -> request.path().endsWith("/scoped-token"))
          .extracting(LoggedRequest::body)
          .containsExactly(body);
      assertThat(explained).isEqualTo(path(properties) + "|" + body);
    }
  }

  private static String path(String properties) {
    return properties.contains("embedded")
        ? "/embedded/scoped-token"
        : "/account/applications/scoped-token";
  }

  private static Dialect.NameKey nameKey(String properties) {
    return properties.contains("engine")
        ? Dialect.NameKey.EXTERNAL_USER_ID
        : Dialect.NameKey.WORKSPACE_NAME;
  }
}
