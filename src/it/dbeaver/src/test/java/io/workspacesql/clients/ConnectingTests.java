package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What DBeaver does before it shows anything: JDBCDataSource, JDBCExecutionContext, JDBCUtils. */
class ConnectingTests {
  private static final String URL = "jdbc:airbyte:demo:dbeaver-connecting?workspaces=300";

  private static DBeaverDriver dbeaver;

  @BeforeAll
  static void load() throws Exception {
    dbeaver = DBeaverDriver.load();
  }

  @Test
  void the_driver_properties_page_lists_names_with_descriptions_and_choices() throws Exception {
    DriverPropertyInfo[] properties = dbeaver.driver().getPropertyInfo(URL, new Properties());
    assertThat(properties).allSatisfy(p -> assertThat(p.description).isNotBlank());
    DriverPropertyInfo readOnly =
        Arrays.stream(properties).filter(p -> p.name.equals("readOnly")).findFirst().orElseThrow();
    assertThat(readOnly.choices).containsExactlyInAnyOrder("true", "false");
  }

  @Test
  void another_url_is_not_ours() throws Exception {
    assertThat(dbeaver.driver().acceptsURL("jdbc:postgresql://localhost/x")).isFalse();
    assertThat(dbeaver.driver().connect("jdbc:postgresql://localhost/x", new Properties()))
        .isNull();
  }

  @Test
  void main_metadata_and_editor_connections_work_in_parallel() throws Exception {
    try (Connection main = dbeaver.connect(URL);
        Connection metadata = dbeaver.connect(URL);
        Connection editor = dbeaver.connect(URL)) {
      for (Connection connection : new Connection[] {main, metadata, editor}) {
        assertThat(dbeaver.inThreadOfDriver(() -> Grid.count(connection))).isEqualTo(300);
      }
    }
  }

  @Test
  void smart_commit_believes_what_getAutoCommit_says() throws Exception {
    try (Connection connection = dbeaver.connect(URL)) {
      assertThat(connection.getAutoCommit()).isTrue();
      connection.setAutoCommit(false);
      assertThat(connection.getAutoCommit()).isFalse();
      connection.commit();
      assertThat(Grid.count(connection)).isEqualTo(300);
      connection.rollback();
      connection.setAutoCommit(true);
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void a_connection_marked_read_only_refuses_an_edit() throws Exception {
    try (Connection connection = dbeaver.connect(URL);
        Statement statement = connection.createStatement()) {
      connection.setReadOnly(true);
      assertThat(connection.isReadOnly()).isTrue();
      assertThatThrownBy(
              () -> statement.execute("UPDATE airbyte.workspaces SET name='x' WHERE id='y'"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25006"));
    }
  }

  @Test
  void the_ping_hands_milliseconds_to_isValid() throws Exception {
    Connection connection = dbeaver.connect(URL);
    assertThat(connection.isValid(10_000)).isTrue();
    connection.close();
    assertThat(connection.isValid(10_000)).isFalse();
  }

  @Test
  void the_other_ping_finds_no_table() throws Exception {
    try (Connection connection = dbeaver.connect(URL)) {
      assertThat(
              Grid.rows(
                  connection
                      .getMetaData()
                      .getTables(null, null, "DBEAVERFAKETABLENAMEFORPING", null)))
          .isEmpty();
    }
  }

  @Test
  void the_dialect_learns_how_to_quote_escape_and_complete() throws Exception {
    try (Connection connection = dbeaver.connect(URL)) {
      DatabaseMetaData facts = connection.getMetaData();
      assertThat(facts.getIdentifierQuoteString()).isEqualTo("\"");
      assertThat(facts.getSearchStringEscape()).isNotBlank();
      assertThat(facts.getExtraNameCharacters()).isNotNull();
      assertThat(facts.getSQLKeywords()).isNotNull();
      assertThat(facts.getNumericFunctions()).contains("ABS");
      assertThat(facts.getStringFunctions()).contains("UCASE");
      assertThat(facts.getSystemFunctions()).isNotNull();
      assertThat(facts.getTimeDateFunctions()).isNotNull();
      assertThat(facts.supportsSchemasInDataManipulation()).isTrue();
      assertThat(facts.supportsCatalogsInDataManipulation()).isFalse();
      assertThat(facts.getSchemaTerm()).isNotBlank();
    }
  }

  @Test
  void the_connection_page_shows_product_and_transactions() throws Exception {
    try (Connection connection = dbeaver.connect(URL)) {
      DatabaseMetaData facts = connection.getMetaData();
      assertThat(facts.getDatabaseProductName()).isNotBlank();
      assertThat(facts.getDatabaseProductVersion()).isNotBlank();
      assertThat(facts.getDriverName()).isNotBlank();
      assertThat(facts.getDriverVersion()).startsWith("0.1");
      assertThat(facts.supportsTransactions()).isFalse();
      assertThat(facts.supportsBatchUpdates()).isTrue();
      for (int level : new int[] {1, 2, 4, 8}) {
        assertThat(facts.supportsTransactionIsolationLevel(level)).isFalse();
      }
    }
  }
}
