package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.WorkspacesDataSource;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.commons.dbutils.BasicRowProcessor;
import org.apache.commons.dbutils.GenerousBeanProcessor;
import org.apache.commons.dbutils.QueryRunner;
import org.apache.commons.dbutils.handlers.ArrayListHandler;
import org.apache.commons.dbutils.handlers.BeanListHandler;
import org.apache.commons.dbutils.handlers.ColumnListHandler;
import org.apache.commons.dbutils.handlers.KeyedHandler;
import org.apache.commons.dbutils.handlers.MapHandler;
import org.apache.commons.dbutils.handlers.ScalarHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryRunnerTests {
  private static final String HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514";
  private static final String BY_ID = "SELECT * FROM workspaces WHERE id = ?";

  private static int organizations;

  private QueryRunner runner;

  @BeforeEach
  void open() {
    organizations++;
    WorkspacesDataSource source = new WorkspacesDataSource();
    source.setUrl("jdbc:airbyte:demo:dbutils" + organizations + "?workspaces=300");
    runner = new QueryRunner(source);
  }

  @Test
  void a_scalar_is_the_count() throws SQLException {
    Number count =
        runner.query(
            "SELECT COUNT(*) FROM workspaces WHERE status = ?", new ScalarHandler<>(), "inactive");
    assertThat(count).isEqualTo(41L);
  }

  @Test
  void a_map_has_the_columns_of_the_row() throws SQLException {
    Map<String, Object> row = runner.query(BY_ID, new MapHandler(), HOOLI);
    assertThat(row)
        .hasSize(10)
        .containsEntry("name", "Hooli Energy 0002")
        .containsEntry("tombstone", false)
        .containsEntry("cache_enabled", null)
        .containsEntry("created_at", Timestamp.from(Instant.parse("2025-10-17T15:33:27.209061Z")));
  }

  @Test
  void beans_are_filled_by_name() throws SQLException {
    List<Tenant> tenants =
        runner.query(
            "SELECT id, name, cache_enabled, created_at FROM workspaces WHERE name LIKE ?",
            new BeanListHandler<>(Tenant.class, new BasicRowProcessor(new GenerousBeanProcessor())),
            "Trial %");
    assertThat(tenants).hasSize(15).allMatch(t -> t.name.startsWith("Trial "));
    assertThat(tenants).allMatch(t -> t.createdAt != null);
  }

  @Test
  void rows_are_keyed_by_their_id() throws SQLException {
    Map<String, Map<String, Object>> rows =
        runner.query("SELECT id, name FROM workspaces", new KeyedHandler<>("id"));
    assertThat(rows).hasSize(300);
    assertThat(rows.get(HOOLI)).containsEntry("name", "Hooli Energy 0002");
  }

  @Test
  void null_is_a_value_without_a_type() throws SQLException {
    assertThat(runner.query(BY_ID, new MapHandler(), (Object) null)).isNull();
    assertThat(
            runner.query(
                "SELECT id FROM workspaces WHERE name = ? OR cache_enabled = ?",
                new ColumnListHandler<>(1),
                "Hooli Energy 0002",
                null))
        .containsExactly(HOOLI);
  }

  @Test
  void a_wrong_number_of_parameters_is_refused() {
    assertThatThrownBy(() -> runner.query(BY_ID, new MapHandler(), HOOLI, 2))
        .hasMessageContaining("expected 1, was given 2");
  }

  @Test
  void an_update_returns_its_count() throws SQLException {
    assertThat(runner.update("UPDATE workspaces SET status = ? WHERE id = ?", "inactive", HOOLI))
        .isEqualTo(1);
    assertThat(runner.query(BY_ID, new MapHandler(), HOOLI)).containsEntry("status", "inactive");
    assertThat(runner.update("DELETE FROM workspaces WHERE id = ?", HOOLI)).isEqualTo(1);
    assertThat(runner.query(BY_ID, new MapHandler(), HOOLI)).isNull();
  }

  @Test
  void an_insert_returns_the_key() throws SQLException {
    String id =
        runner.insert("INSERT INTO workspaces (name) VALUES (?)", new ScalarHandler<>(), "Acme");
    assertThat(runner.query(BY_ID, new MapHandler(), id)).containsEntry("name", "Acme");
  }

  @Test
  void a_batch_inserts_and_returns_the_keys() throws SQLException {
    Object[][] names = {{"Acme 1"}, {"Acme 2"}};
    List<Object[]> keys =
        runner.insertBatch(
            "INSERT INTO workspaces (name) VALUES (?)", new ArrayListHandler(), names);
    assertThat(keys).hasSize(2);
    assertThat(runner.query(BY_ID, new MapHandler(), keys.get(1)[0]))
        .containsEntry("name", "Acme 2");
  }

  @Test
  void a_batch_returns_its_counts() throws SQLException {
    Object[][] changes = {{"inactive", HOOLI}, {"active", "none"}};
    assertThat(runner.batch("UPDATE workspaces SET status = ? WHERE id = ?", changes))
        .containsExactly(1, 0);
  }

  /** As DbUtils wants it: public, with setters. */
  public static final class Tenant {
    private String id;
    private String name;
    private Boolean cacheEnabled;
    private Timestamp createdAt;

    public void setId(String id) {
      this.id = id;
    }

    public void setName(String name) {
      this.name = name;
    }

    public void setCacheEnabled(Boolean cacheEnabled) {
      this.cacheEnabled = cacheEnabled;
    }

    public void setCreatedAt(Timestamp createdAt) {
      this.createdAt = createdAt;
    }
  }
}
