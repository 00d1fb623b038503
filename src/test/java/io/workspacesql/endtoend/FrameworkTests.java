package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.rowset.SqlRowSet;

/** Reading through Spring's template on a Hikari pool. */
final class FrameworkTests {
  private record Tenant(UUID id, String name, Instant created) {}

  private LiveOrganization organization;
  private HikariDataSource pool;
  private JdbcTemplate template;

  @BeforeEach
  void openPool() throws IOException {
    organization = LiveOrganization.ofSize(350);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(organization.url());
    config.setUsername(organization.clientId());
    config.setPassword(organization.clientSecret());
    config.setMaximumPoolSize(3);
    config.setReadOnly(true);
    pool = new HikariDataSource(config);
    template = new JdbcTemplate(pool);
  }

  @AfterEach
  void closePool() throws IOException {
    pool.close();
    organization.close();
  }

  @Test
  void rows_become_objects() {
    List<Tenant> tenants =
        template.query(
            "SELECT id, name, created_at FROM workspaces WHERE name LIKE ?",
            (row, number) ->
                new Tenant(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getTimestamp("created_at").toInstant()),
            "Twin P%");

    assertThat(tenants).extracting(Tenant::name).isNotEmpty().containsOnly("Twin Peaks");
    assertThat(tenants).extracting(Tenant::created).doesNotContainNull();
  }

  @Test
  void a_single_value_is_asked_for() {
    assertThat(template.queryForObject("SELECT COUNT(*) FROM workspaces", Long.class))
        .isEqualTo(350);
  }

  @Test
  void an_untyped_null_gives_no_row() {
    assertThat(
            template.queryForList(
                "SELECT id FROM workspaces WHERE name = ?", String.class, (Object) null))
        .isEmpty();
  }

  @Test
  void rows_are_copied_into_a_row_set() {
    SqlRowSet rows = template.queryForRowSet("SELECT * FROM workspaces LIMIT 120");
    assertThat(rows.last()).isTrue();
    assertThat(rows.getRow()).isEqualTo(120);
  }

  @Test
  void bad_sql_is_told_as_bad_grammar_and_the_pool_keeps_its_connection() {
    assertThatThrownBy(() -> template.queryForList("SELECT nope FROM workspaces"))
        .isInstanceOf(BadSqlGrammarException.class);
    assertThatThrownBy(() -> template.queryForList("SELEC 1"))
        .isInstanceOf(BadSqlGrammarException.class);
    assertThat(template.queryForObject("SELECT 1", Integer.class)).isEqualTo(1);
  }

  @Test
  void one_token_serves_the_whole_pool() throws SQLException {
    try (var first = pool.getConnection();
        var second = pool.getConnection();
        var third = pool.getConnection()) {
      assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    }
    assertThat(organization.requests("POST /account/applications/token")).isEqualTo(1);
  }
}
