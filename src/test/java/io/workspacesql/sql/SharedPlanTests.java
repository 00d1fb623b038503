package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.plan.PlanSettings;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which statements share a plan. */
final class SharedPlanTests {
  private final SqlEngine engine = new SqlEngine(new PlanSettings(100, true, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * FROM workspaces WHERE id = '%s' | 1
          SELECT name FROM airbyte.workspaces AS w WHERE w.name LIKE '%s' AND cache_enabled LIMIT 3 | 1
          SELECT COUNT(*) FROM workspaces WHERE status = '%s' | 1
          SELECT id FROM workspaces WHERE name = '%s' OR status = 'active' ORDER BY name | 2
          SELECT id FROM workspaces WHERE created_at > TIMESTAMP '2026-01-01 00:00:00' AND color = '%s' | 1
          """)
  void texts_that_columns_are_compared_with_share_one(String sql, int texts) throws SQLException {
    QueryWithTexts one = (QueryWithTexts) engine.prepare(sql.formatted("a"));
    QueryWithTexts other = (QueryWithTexts) engine.prepare(sql.formatted("it''s b"));

    assertThat(one.query()).isSameAs(other.query());
    assertThat(one.texts()).hasSize(texts).startsWith("a");
    assertThat(other.texts()).hasSize(texts).startsWith("it's b");
    assertThat(one.parameters()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * FROM workspaces WHERE created_at = '2026-01-01'
          SELECT * FROM workspaces WHERE name = 'a' AND name = 'b'
          SELECT * FROM workspaces WHERE name = 'a' AND CHAR_LENGTH(name) > 3
          SELECT * FROM workspaces WHERE name LIKE 'a!%' ESCAPE '!'
          SELECT 'a' FROM workspaces
          SELECT * FROM (SELECT 'a' AS k FROM workspaces) AS t WHERE k = 'b'
          SELECT * FROM workspaces WHERE 'a' = 'b'
          """)
  void texts_that_may_shape_the_plan_stay(String sql) throws SQLException {
    assertThat(engine.prepare(sql)).isInstanceOf(QueryPlan.class);
  }

  @Test
  void the_users_own_parameters_come_first() throws SQLException {
    PreparedPlan plan =
        engine.prepare("SELECT * FROM workspaces WHERE name = 'a' AND cache_enabled = ? LIMIT ?");

    assertThat(plan).isInstanceOf(QueryWithTexts.class);
    assertThat(plan.parameters())
        .extracting(ParameterType::typeName)
        .containsExactly("BOOLEAN", "INTEGER");
  }

  @Test
  void columns_are_named_as_each_statement_names_them() throws SQLException {
    PreparedPlan one = engine.prepare("SELECT id AS a FROM workspaces WHERE name = 'x'");
    PreparedPlan other = engine.prepare("SELECT id AS A FROM workspaces WHERE name = 'y'");

    assertThat(one.columns().get(0).label()).isEqualTo("a");
    assertThat(other.columns().get(0).label()).isEqualTo("A");
  }
}
