package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.error.Failure;
import io.workspacesql.error.WriteFailedException;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** Writes through Spring's JdbcTemplate. */
class SpringTests {
  private final FakeBackend backend = new FakeBackend();
  private JdbcTemplate template;

  @BeforeEach
  void open() throws SQLException {
    backend.plan("INSERT", FakeWrite.insert("Acme"));
    backend.plan(
        "INSERT INTO airbyte.workspaces (name) VALUES(?)",
        FakeWrite.insert("Acme").asking(JDBCType.VARCHAR));
    backend.plan("UPDATE", FakeWrite.update("a"));
    template = new JdbcTemplate(new SingleConnectionDataSource(backend.connection(), true));
  }

  @Test
  void a_key_holder_gets_the_id() {
    KeyHolder keys = new GeneratedKeyHolder();
    template.update(
        connection -> connection.prepareStatement("INSERT", Statement.RETURN_GENERATED_KEYS), keys);
    assertThat(keys.getKeys()).isEqualTo(Map.of("id", "id of Acme"));
  }

  @Test
  void an_insert_made_from_metadata_gets_the_id() {
    SimpleJdbcInsert insert =
        new SimpleJdbcInsert(template)
            .withSchemaName("airbyte")
            .withTableName("workspaces")
            .usingColumns("name")
            .usingGeneratedKeyColumns("id");
    assertThat(insert.executeAndReturnKeyHolder(Map.of("name", "Acme")).getKeys())
        .containsEntry("id", "id of Acme");
  }

  @Test
  void an_existing_name_is_a_violated_constraint_with_its_report() {
    backend.fails("Acme", Failure.DUPLICATE);
    assertThatThrownBy(() -> template.update("INSERT"))
        .isInstanceOf(DataIntegrityViolationException.class)
        .satisfies(e -> assertThat(WriteFailedException.in(e).outcomes()).hasSize(1));
  }

  @Test
  void a_forbidden_write_is_a_denied_permission() {
    backend.fails("a", Failure.WRITE_FORBIDDEN);
    assertThatThrownBy(() -> template.update("UPDATE"))
        .isInstanceOf(PermissionDeniedDataAccessException.class);
  }

  @Test
  void a_batch_returns_its_counts() {
    assertThat(template.batchUpdate("UPDATE", "INSERT")).containsExactly(1, 1);
  }
}
