package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The data grid and the SQL editor: JDBCStatementImpl, JDBCColumnMetaData, JDBCTable. */
class EditorTests {
  private static final String HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514";

  private static int organizations;
  private static DBeaverDriver dbeaver;

  private Connection connection;

  @BeforeAll
  static void load() throws Exception {
    dbeaver = DBeaverDriver.load();
  }

  /** Each test has an organization of its own. */
  @BeforeEach
  void connect() throws Exception {
    organizations++;
    connection = dbeaver.connect("jdbc:airbyte:demo:editor" + organizations + "?workspaces=300");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void the_grid_shows_200_rows_for_two_pages() throws SQLException {
    try (Statement statement = grid()) {
      assertThat(statement.execute("SELECT * FROM airbyte.workspaces")).isTrue();
      assertThat(Grid.rows(statement.getResultSet())).hasSize(200);
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
    }
    assertThat(
            Grid.number(
                connection,
                "SELECT COUNT(*) FROM driver.requests WHERE path_template = '/workspaces'"))
        .isEqualTo(2);
  }

  @Test
  void every_column_of_the_grid_names_the_table_that_getTables_lists() throws SQLException {
    List<String> entity;
    try (ResultSet tables =
        connection.getMetaData().getTables(null, "airbyte", "workspaces", null)) {
      tables.next();
      entity = Arrays.asList(tables.getString(1), tables.getString(2), tables.getString(3));
    }
    try (Statement statement = grid()) {
      statement.execute("SELECT t.* FROM airbyte.workspaces t WHERE t.status = 'active'");
      ResultSetMetaData columns = statement.getResultSet().getMetaData();
      assertThat(columns.getColumnCount()).isEqualTo(10);
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        assertThat(columns.getCatalogName(i)).isIn("", entity.get(0));
        assertThat(columns.getSchemaName(i)).isEqualTo(entity.get(1));
        assertThat(columns.getTableName(i)).isEqualTo(entity.get(2));
      }
      assertThat(columns.isAutoIncrement(1)).isTrue();
      assertThat(columns.isNullable(1)).isEqualTo(ResultSetMetaData.columnNoNulls);
    }
  }

  @Test
  void a_changed_cell_is_written_by_its_key() throws SQLException {
    assertThat(
            update("UPDATE airbyte.workspaces\n\tSET name=?\n\tWHERE id=?", "Hooli Energie", HOOLI))
        .isEqualTo(1);
    assertThat(Grid.row(connection, HOOLI)).containsEntry("name", "Hooli Energie");
    assertThat(Grid.count(connection)).isEqualTo(300);
  }

  @Test
  void changed_cells_of_several_rows_are_one_batch() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE airbyte.workspaces\n\tSET status=?\n\tWHERE id=?")) {
      for (String id : List.of(HOOLI, "6458f787-500f-4fbf-a1ca-6ec55163c548")) {
        statement.setString(1, "inactive");
        statement.setString(2, id);
        statement.addBatch();
      }
      assertThat(statement.executeLargeBatch()).containsExactly(1, 1);
    }
    assertThat(
            Grid.number(
                connection, "SELECT COUNT(*) FROM airbyte.workspaces WHERE status = 'inactive'"))
        .isEqualTo(43);
  }

  @Test
  void a_criterion_that_is_null_becomes_IS_NULL() throws SQLException {
    assertThat(
            update(
                "UPDATE airbyte.workspaces\n\tSET name=?\n\tWHERE id=? AND cache_enabled IS NULL",
                "Hooli 2",
                HOOLI))
        .isEqualTo(1);
  }

  @Test
  void a_deleted_row_is_gone() throws SQLException {
    assertThat(update("DELETE FROM airbyte.workspaces\n\tWHERE id=?", HOOLI)).isEqualTo(1);
    assertThat(Grid.row(connection, HOOLI)).isEmpty();
    assertThat(update("DELETE FROM airbyte.workspaces\n\tWHERE id=?", HOOLI)).isZero();
    assertThat(Grid.count(connection)).isEqualTo(299);
  }

  @Test
  void a_new_row_has_its_key_in_the_first_column() throws SQLException {
    String id = insert("INSERT INTO airbyte.workspaces\n\t(name)\n\tVALUES (?)", "New tenant");
    assertThat(Grid.row(connection, id))
        .containsEntry("name", "New tenant")
        .containsEntry("status", "active");
  }

  @Test
  void a_new_row_may_come_with_its_empty_cells() throws SQLException {
    String sql =
        "INSERT INTO airbyte.workspaces\n\t(id, name, organization_id, status, cache_enabled,"
            + " tombstone, created_at, updated_at, visibility, color)\n"
            + "\tVALUES (NULL, ?, NULL, ?, NULL, NULL, NULL, NULL, NULL, NULL)";
    String id = insert(sql, "Empty cells", "inactive");
    assertThat(Grid.row(connection, id)).containsEntry("status", "inactive");
  }

  @Test
  void a_name_that_exists_is_a_duplicate_key() {
    assertThatThrownBy(
            () ->
                insert(
                    "INSERT INTO airbyte.workspaces\n\t(name)\n\tVALUES (?)", "Hooli Energy 0002"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
  }

  @Test
  void a_cell_that_cannot_be_written_is_refused_with_its_name() {
    assertThatThrownBy(
            () -> update("UPDATE airbyte.workspaces\n\tSET color=?\n\tWHERE id=?", "#fff", HOOLI))
        .hasMessageContaining("color")
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).doesNotStartWith("08"));
  }

  @Test
  void the_row_counts_of_table_and_editor_agree_with_the_rows() throws SQLException {
    assertThat(Grid.number(connection, "SELECT COUNT(*) FROM airbyte.workspaces")).isEqualTo(300);
    assertThat(
            Grid.number(
                connection,
                "SELECT COUNT(*) FROM (SELECT * FROM workspaces w WHERE status = 'inactive'"
                    + " ORDER BY name) dbvrcnt"))
        .isEqualTo(41);
    assertThat(
            Grid.number(
                connection,
                "SELECT COUNT(*) FROM (\nSELECT status, COUNT(*) AS n FROM workspaces"
                    + " GROUP BY status\n) dbvrcnt"))
        .isEqualTo(2);
  }

  @Test
  void a_dictionary_is_looked_up_by_keys() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT \"id\",\"name\" FROM airbyte.workspaces WHERE \"id\" IN (?,?)"
                + " ORDER BY \"name\"")) {
      statement.setString(1, HOOLI);
      statement.setString(2, "6458f787-500f-4fbf-a1ca-6ec55163c548");
      assertThat(Grid.column(statement.executeQuery(), "name"))
          .containsExactly("Hooli Energy 0002", "Wayne Education 0001");
    }
  }

  @Test
  void filter_and_order_of_the_grid_wrap_the_query() throws SQLException {
    try (Statement statement = grid()) {
      statement.execute(
          "SELECT * FROM (\nSELECT id, name, created_at FROM workspaces\n) t"
              + " WHERE name LIKE 'Trial %' ORDER BY created_at DESC");
      assertThat(Grid.rows(statement.getResultSet())).hasSize(15);
    }
  }

  @Test
  @Timeout(20)
  void cancel_from_another_thread_ends_a_query_and_the_statement_works_again() throws Exception {
    try (Connection slow =
            dbeaver.connect("jdbc:airbyte:demo:dbeaver-slow?workspaces=1000000&latency=100ms");
        Statement statement = slow.createStatement()) {
      Thread canceller =
          new Thread(
              () -> {
                try {
                  TimeUnit.MILLISECONDS.sleep(500);
                  statement.cancel();
                } catch (InterruptedException | SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      canceller.start();
      assertThatThrownBy(
              () ->
                  Grid.rows(
                      statement.executeQuery("SELECT * FROM workspaces ORDER BY color, name")))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
      canceller.join();
      assertThat(Grid.rows(statement.executeQuery("SELECT 1 AS n")))
          .containsExactly(Map.of("n", "1"));
    }
  }

  @Test
  void manual_mode_says_at_the_rollback_before_closing_that_writes_stand() throws SQLException {
    connection.setAutoCommit(false);
    connection.commit();
    update("UPDATE airbyte.workspaces\n\tSET name=?\n\tWHERE id=?", "Hooli again", HOOLI);
    assertThatThrownBy(connection::rollback)
        .hasMessageContaining(HOOLI)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25000"));
    connection.rollback();
  }

  @Test
  void manual_mode_with_a_commit_closes_quietly() throws SQLException {
    connection.setAutoCommit(false);
    connection.commit();
    update("UPDATE airbyte.workspaces\n\tSET name=?\n\tWHERE id=?", "Hooli again", HOOLI);
    connection.commit();
    connection.rollback();
    assertThat(Grid.row(connection, HOOLI)).containsEntry("name", "Hooli again");
  }

  @Test
  void a_mistake_in_the_editor_names_its_place_and_does_not_look_like_a_lost_connection() {
    assertThatThrownBy(() -> grid().execute("SELECT nam FROM workspaces"))
        .hasMessageContaining("nam")
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42S22"));
    assertThatThrownBy(() -> grid().execute("SELEC 1"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42601"));
  }

  private Statement grid() throws SQLException {
    Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    statement.setMaxRows(200);
    statement.setFetchSize(200);
    return statement;
  }

  private long update(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      assertThat(statement.execute()).isFalse();
      return statement.getLargeUpdateCount();
    }
  }

  private String insert(String sql, String... values) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      bind(statement, values);
      statement.execute();
      assertThat(statement.getLargeUpdateCount()).isEqualTo(1);
      try (ResultSet keys = statement.getGeneratedKeys()) {
        assertThat(keys.next()).isTrue();
        return keys.getString(1);
      }
    }
  }

  private static void bind(PreparedStatement statement, String... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, values[i]);
    }
  }
}
