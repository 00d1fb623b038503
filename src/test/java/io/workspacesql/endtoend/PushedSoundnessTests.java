package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A condition on a table around the workspaces leaves the same rows whether it shapes the requests
 * or is computed above a window, where none can be pushed.
 */
final class PushedSoundnessTests {
  private static LiveOrganization organization;
  private static Connection connection;

  @BeforeAll
  static void connect() throws IOException, SQLException {
    organization = LiveOrganization.ofSize(60);
    connection = organization.connect("allowFanOut", "60");
  }

  @AfterAll
  static void disconnect() throws IOException, SQLException {
    connection.close();
    organization.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          connectors | workspace_name = 'default'
          connectors | workspace_name = 'Default'
          connectors | workspace_name IN ('default', 'Hooli Energy 0002', 'nobody', '')
          connectors | workspace_name = 'default' OR workspace_name = 'Hooli Energy 0002'
          connectors | workspace_name = 'default' OR mode = 'DIRECT'
          connectors | workspace_name LIKE 'H%' AND workspace_name <> 'Hooli Energy 0002'
          connectors | LOWER(workspace_name) LIKE '%energy%' AND mode IN ('MULTI', 'DIRECT')
          connectors | workspace_id = '009b92f4-2f03-4df9-927f-f53fdcf55514'
          connectors | workspace_id = '009B92F4-2F03-4DF9-927F-F53FDCF55514'
          connectors | workspace_id LIKE '0%' AND workspace_name LIKE '%e%'
          connectors | workspace_id = '009b92f4-2f03-4df9-927f-f53fdcf55514' AND workspace_name = 'default'
          connectors | workspace_id = '009b92f4-2f03-4df9-927f-f53fdcf55514' AND workspace_name LIKE 'Hooli%'
          connectors | workspace_id IN (SELECT id FROM workspaces WHERE status = 'inactive')
          connectors | workspace_id NOT IN (SELECT id FROM workspaces WHERE status = 'active')
          connectors | definition_id = 'ce87eaf6-3bca-3e00-8743-2f8f8fd684bb'
          connectors | definition_id IN ('ce87eaf6-3bca-3e00-8743-2f8f8fd684bb', 'ff46509b-c75a-336d-bd1d-ee1a11acb420')
          connectors | definition_id = 'x' OR workspace_name = 'default'
          connectors | definition_id = 'ce87eaf6-3bca-3e00-8743-2f8f8fd684bb' AND definition_id LIKE 'f%'
          connectors | definition_id IN (SELECT id FROM connector_definitions WHERE name LIKE 'G%')
          connectors | name LIKE 'Slack%' AND created_at > '2025-01-01'
          connectors | EXISTS (SELECT 1 FROM workspaces w WHERE w.name = workspace_name AND w.name LIKE 'A%')
          connector_definitions | name LIKE 'google%'
          connector_definitions | name ILIKE 'google%'
          connector_definitions | UPPER(name) LIKE '%ADS'
          connector_definitions | name IN ('Slack', 'slack')
          connector_definitions | name LIKE '%a%' OR support_level = 'archived'
          connector_definitions | name > 'S' AND NOT custom
          source_templates | tags LIKE '%"crm"%'
          source_templates | tags LIKE '%"CRM"%'
          source_templates | tags NOT LIKE '%"crm"%'
          source_templates | tags LIKE '%"crm"%' AND tags LIKE '%"sales"%'
          source_templates | tags LIKE '%"crm"%' OR tags LIKE '%"files"%' OR tags LIKE '%"nothing"%'
          source_templates | tags LIKE '%"crm"%' OR tags = '[]'
          source_templates | tags LIKE '%"documents","files"%'
          source_templates | tags LIKE '%","%' OR mode = 'DIRECT'
          source_templates | STARTS_WITH(tags, '["support"')
          source_templates | tags IN ('["crm"]', '["code","support"]')
          connection_templates | POSITION('"default"' IN tags) > 0
          connection_templates | tags LIKE '%default"%' AND cron_expression IS NULL
          template_tags | name LIKE 'c%'
          customers | external_user_id LIKE 'H%' AND customer_name LIKE '%1%'
          customers | external_id = 'default' OR customer_name = 'Hooli Energy 0002'
          workspace_stats | total_count = active_count + inactive_count
          """)
  void a_condition_leaves_the_same_rows_wherever_it_is_computed(String table, String condition)
      throws SQLException {
    String pushed = "SELECT * FROM %s WHERE %s".formatted(table, condition);
    String above =
        "SELECT * FROM (SELECT t.*, COUNT(*) OVER () AS number_of_rows FROM %s t) WHERE %s"
            .formatted(table, condition);
    List<String> expected =
        rows(above).stream().map(row -> row.substring(0, row.lastIndexOf('|'))).toList();
    assertThat(rows(pushed)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> rows(String sql) throws SQLException {
    return LiveOrganization.rows(connection, sql);
  }
}
