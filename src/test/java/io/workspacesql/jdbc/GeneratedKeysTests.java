package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.plan.WriteOutcome.State;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedKeysTests {
  private final FakeBackend backend = new FakeBackend();
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    backend.plan("INSERT", FakeWrite.insert("Acme", "Beta"));
    backend.plan("UPDATE", FakeWrite.update("a"));
    backend.plan("SELECT", FakePlan.query(JDBCType.VARCHAR));
    connection = backend.connection();
    statement = connection.createStatement();
  }

  static List<String> ids(Statement statement) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (ResultSet keys = statement.getGeneratedKeys()) {
      while (keys.next()) {
        ids.add(keys.getString("ID"));
      }
    }
    return ids;
  }

  /** A way to ask for keys. */
  interface Way {
    Statement insert(Connection connection) throws SQLException;
  }

  static List<Way> ways() {
    return List.of(
        connection -> updated(connection, s -> s.executeUpdate("INSERT", 1)),
        connection -> updated(connection, s -> s.executeUpdate("INSERT", new int[] {1})),
        connection -> updated(connection, s -> s.executeLargeUpdate("INSERT", new String[] {"ID"})),
        connection -> updated(connection, s -> s.execute("INSERT", new String[] {"id"})),
        connection -> prepared(connection.prepareStatement("INSERT", 1)),
        connection -> prepared(connection.prepareStatement("INSERT", new int[] {1})),
        connection -> prepared(connection.prepareStatement("INSERT", new String[] {"Id"})));
  }

  private interface Use {
    void of(Statement statement) throws SQLException;
  }

  private static Statement updated(Connection connection, Use use) throws SQLException {
    Statement statement = connection.createStatement();
    use.of(statement);
    return statement;
  }

  private static Statement prepared(PreparedStatement statement) throws SQLException {
    statement.addBatch();
    statement.executeBatch();
    return statement;
  }

  @ParameterizedTest
  @MethodSource("ways")
  void ids_come_by_flag_by_index_and_by_name(Way way) throws SQLException {
    assertThat(ids(way.insert(connection))).containsExactly("id of Acme", "id of Beta");
  }

  @Test
  void nobody_who_did_not_ask_gets_them() throws SQLException {
    statement.executeUpdate("INSERT");
    assertThat(ids(statement)).isEmpty();
    statement.executeUpdate("INSERT", Statement.NO_GENERATED_KEYS);
    assertThat(ids(statement)).isEmpty();
  }

  @Test
  void the_next_execution_forgets_them() throws SQLException {
    statement.executeUpdate("INSERT", Statement.RETURN_GENERATED_KEYS);
    statement.execute("SELECT");
    assertThat(ids(statement)).isEmpty();
  }

  @Test
  void an_update_generates_none_whatever_is_asked_for() throws SQLException {
    statement.executeUpdate("UPDATE", new String[] {"name"});
    assertThat(ids(statement)).isEmpty();
  }

  @Test
  void another_column_is_refused_before_anything_is_created() {
    assertThatThrownBy(() -> statement.executeUpdate("INSERT", new String[] {"id", "name"}))
        .hasMessageContaining("name")
        .extracting("SQLState")
        .isEqualTo("22023");
    assertThatThrownBy(() -> statement.executeUpdate("INSERT", new int[] {2}))
        .extracting("SQLState")
        .isEqualTo("22023");
    assertThatThrownBy(() -> statement.executeUpdate("INSERT", 77))
        .extracting("SQLState")
        .isEqualTo("22023");
    assertThat(backend.written).isEmpty();
  }

  @Test
  void rows_created_before_a_failure_keep_their_ids() throws SQLException {
    backend.ends("Beta", State.FAILED, 409, "exists");
    assertThatThrownBy(() -> statement.executeUpdate("INSERT", Statement.RETURN_GENERATED_KEYS))
        .isInstanceOf(SQLException.class);
    assertThat(ids(statement)).containsExactly("id of Acme");
  }

  @Test
  void the_key_is_described_as_the_tables_column() throws SQLException {
    ResultSet keys = statement.getGeneratedKeys();
    assertThat(keys.getMetaData().getColumnLabel(1)).isEqualTo("id");
    assertThat(keys.getMetaData().getTableName(1)).isEqualTo("workspaces");
  }
}
